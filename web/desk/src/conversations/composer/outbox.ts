import type { FileInfo, LetterWish } from "@kanal/api";
import { newId } from "@kanal/api/new-id";
import { useSyncExternalStore } from "react";
import { api, ask, ProblemError } from "../../server/api";

/** A message or note that is on its way. It is kept in the browser until the server has it. */
export interface Outgoing {
  clientId: string;
  agent: string;
  conversation: string;
  kind: "message" | "note" | "forward";
  text: string;
  files: FileInfo[];
  /** Where the conversation has more than one. */
  channel?: string;
  letter?: LetterWish;
  /** The message that goes on to somebody else. */
  sequence?: number;
  at: string;
  state: "sending" | "failed" | "sent";
  reason?: string;
}

const storageKey = "kanal.outbox";
const listeners = new Set<() => void>();
const draining = new Set<string>();
const failures = new Map<string, number>();
const firstRetryMs = 3_000;
const longestRetryMs = 60_000;
const patienceMs = 20_000;
let items: Outgoing[] = kept();
/** Who is signed in. */
let writer: string | undefined;

function kept(): Outgoing[] {
  try {
    const stored = JSON.parse(localStorage.getItem(storageKey) ?? "[]") as Outgoing[];
    return stored.map((item) => ({ ...item, state: "failed" }));
  } catch {
    return [];
  }
}

function change(next: Outgoing[]) {
  items = next;
  try {
    localStorage.setItem(storageKey, JSON.stringify(items.filter((item) => item.state !== "sent")));
  } catch {
    // A full or forbidden storage must not stop the message itself.
  }
  for (const listener of listeners) listener();
}

const update = (clientId: string, patch: Partial<Outgoing>) =>
  change(items.map((item) => (item.clientId === clientId ? { ...item, ...patch } : item)));

export function send(item: Omit<Outgoing, "clientId" | "at" | "state" | "reason">) {
  writer = item.agent;
  change([...items, { ...item, clientId: newId(), at: new Date().toISOString(), state: "sending" }]);
  void drain(item.conversation);
}

export const discard = (clientId: string) => change(items.filter((item) => item.clientId !== clientId));

/** The timeline has it now. */
export function arrived(clientId: string | undefined) {
  if (clientId && items.some((item) => item.clientId === clientId)) discard(clientId);
}

/** What the server has refused stays as it is, with its reason; it would be refused again. */
function retry(conversation: string) {
  change(
    items.map((item) =>
      item.conversation === conversation && item.state === "failed" && !item.reason
        ? { ...item, state: "sending" }
        : item,
    ),
  );
  void drain(conversation);
}

/** By hand, whatever was said against it. */
export function retryByHand({ clientId, conversation }: Outgoing) {
  update(clientId, { state: "sending", reason: undefined });
  retry(conversation);
}

/** What another agent wrote in this browser waits until they are back. */
export function retryAll(agent: string) {
  writer = agent;
  const waiting = items.filter((item) => item.state === "failed" && item.agent === agent);
  for (const conversation of new Set(waiting.map((item) => item.conversation))) retry(conversation);
}

/** One at a time, so that they arrive in the order in which they were written. */
async function drain(conversation: string) {
  if (draining.has(conversation)) return;
  draining.add(conversation);
  for (;;) {
    const next = items.find(
      (item) => item.conversation === conversation && item.agent === writer && item.state === "sending",
    );
    if (!next) break;
    try {
      await post(next);
      failures.delete(conversation);
      // What went to others is no message of this conversation: the line that tells of it is another entry.
      if (next.kind === "forward") discard(next.clientId);
      else update(next.clientId, { state: "sent" });
    } catch (problem) {
      // Whoever has to sign in again says the same once they have.
      if (problem instanceof ProblemError && !problem.passing && problem.status !== 401)
        update(next.clientId, { state: "failed", reason: problem.message });
      else giveUpForNow(conversation, problem instanceof ProblemError ? problem : undefined);
    }
  }
  draining.delete(conversation);
}

/** All that waits behind it waits with it, and is tried again by itself. */
function giveUpForNow(conversation: string, problem?: ProblemError) {
  change(
    items.map((item) =>
      item.conversation === conversation && item.state === "sending" ? { ...item, state: "failed" } : item,
    ),
  );
  const failed = failures.get(conversation) ?? 0;
  failures.set(conversation, failed + 1);
  const wait = Math.min(longestRetryMs, firstRetryMs * 2 ** failed);
  setTimeout(() => retry(conversation), Math.max(wait, problem?.askedToWaitMs() ?? 0));
}

function post(item: Outgoing): Promise<unknown> {
  const { conversation: id, kind, clientId, text, files, channel, letter, sequence } = item;
  const params = { path: { id } };
  const signal = AbortSignal.timeout(patienceMs);
  if (kind === "note")
    return ask(api.POST("/api/v1/conversations/{id}/notes", { params, body: { clientId, text }, signal }));
  const given = files.length > 0 ? files.map((file) => file.id) : undefined;
  if (kind === "forward") {
    const { to, cc, subject, mailbox } = letter ?? {};
    const body = {
      clientId,
      text,
      to: to ?? [],
      cc,
      subject,
      mailbox,
      sequence: sequence ?? 0,
      files: given,
    };
    return ask(api.POST("/api/v1/conversations/{id}/forward", { params, body, signal }));
  }
  const body = { clientId, text, files: given, channel, letter };
  return ask(api.POST("/api/v1/conversations/{id}/messages", { params, body, signal }));
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useOutbox = () => useSyncExternalStore(subscribe, () => items);

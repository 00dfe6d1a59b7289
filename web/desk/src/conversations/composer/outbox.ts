import type { FileInfo, LetterWish } from "@kanal/api";
import { newId } from "@kanal/api/new-id";
import { useSyncExternalStore } from "react";
import { ProblemError } from "../../server/api";
import { post } from "./post";

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

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** Each message has a key of its own: tabs write at the same time, and one that wrote a list would lose what the other waits with. */
const prefix = "kanal.outbox.";
const firstRetryMs = 3_000;
const longestRetryMs = 60_000;

/** In the order in which it was written: the id begins with the time. */
function kept(store: Store | undefined): Outgoing[] {
  try {
    const keys = Array.from({ length: store?.length ?? 0 }, (_, at) => store?.key(at) ?? "");
    return keys
      .filter((key) => key.startsWith(prefix))
      .sort()
      .map((key) => ({ ...(JSON.parse(store?.getItem(key) ?? "") as Outgoing), state: "failed" }));
  } catch {
    return [];
  }
}

export function createOutbox(post: (item: Outgoing) => Promise<unknown>, store: Store | undefined) {
  const listeners = new Set<() => void>();
  const draining = new Set<string>();
  const failures = new Map<string, number>();
  let items = kept(store);
  let writer: string | undefined;

  function change(next: Outgoing[]) {
    items = next;
    for (const listener of listeners) listener();
  }

  function put(item: Outgoing) {
    const known = items.some(({ clientId }) => clientId === item.clientId);
    if (item.state === "sent") forget(item.clientId);
    else keep(item);
    change(known ? items.map((each) => (each.clientId === item.clientId ? item : each)) : [...items, item]);
  }

  function keep(item: Outgoing) {
    try {
      store?.setItem(prefix + item.clientId, JSON.stringify(item));
    } catch {
      // A full or forbidden storage must not stop the message itself.
    }
  }

  function forget(clientId: string) {
    try {
      store?.removeItem(prefix + clientId);
    } catch {
      // Nothing was kept either.
    }
  }

  function discard(clientId: string) {
    forget(clientId);
    change(items.filter((item) => item.clientId !== clientId));
  }

  /** What the server has refused stays as it is, with its reason; it would be refused again. */
  function retry(conversation: string) {
    for (const item of items)
      if (item.conversation === conversation && item.agent === writer && isWaiting(item))
        put({ ...item, state: "sending" });
    void drain(conversation);
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
        else settle(next, { state: "sent" });
      } catch (problem) {
        // Whoever has to sign in again says the same once they have.
        if (problem instanceof ProblemError && !problem.passing && problem.status !== 401)
          settle(next, { state: "failed", reason: problem.message });
        else giveUpForNow(next, problem instanceof ProblemError ? problem : undefined);
      }
    }
    draining.delete(conversation);
  }

  /** Unless it was thrown away meanwhile, or has arrived. */
  function settle({ clientId }: Outgoing, outcome: Partial<Outgoing>) {
    const item = items.find((each) => each.clientId === clientId);
    if (item) put({ ...item, ...outcome });
  }

  /** All that waits behind it waits with it, and is tried again by itself. */
  function giveUpForNow({ conversation, agent }: Outgoing, problem?: ProblemError) {
    for (const item of items)
      if (item.conversation === conversation && item.agent === agent && item.state === "sending")
        put({ ...item, state: "failed" });
    const failed = failures.get(conversation) ?? 0;
    failures.set(conversation, failed + 1);
    const wait = Math.min(longestRetryMs, firstRetryMs * 2 ** failed);
    setTimeout(() => retry(conversation), Math.max(wait, problem?.askedToWaitMs() ?? 0));
  }

  return {
    get: () => items,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Who is signed in. What another agent wrote in this browser waits until they are back. */
    writes(agent: string | undefined) {
      writer = agent;
    },
    send(item: Omit<Outgoing, "clientId" | "at" | "state" | "reason">) {
      put({ ...item, clientId: newId(), at: new Date().toISOString(), state: "sending" });
      // What was written before it goes before it.
      retry(item.conversation);
    },
    discard,
    /** The timeline has it now. */
    arrived(clientId: string | undefined) {
      if (clientId && items.some((item) => item.clientId === clientId)) discard(clientId);
    },
    /** By hand, whatever was said against it. */
    retryByHand(item: Outgoing) {
      settle(item, { state: "sending", reason: undefined });
      retry(item.conversation);
    },
    retryAll() {
      const waiting = items.filter((item) => item.agent === writer && isWaiting(item));
      for (const conversation of new Set(waiting.map((item) => item.conversation))) retry(conversation);
    },
  };
}

const isWaiting = ({ state, reason }: Outgoing) => state === "failed" && !reason;

function browserStore(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

export const outbox = createOutbox(post, browserStore());

export const useOutbox = () => useSyncExternalStore(outbox.subscribe, outbox.get);

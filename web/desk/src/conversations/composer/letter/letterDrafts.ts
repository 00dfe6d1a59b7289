import type { Entry } from "@kanal/api";
import { useSyncExternalStore } from "react";

export type Way = "reply" | "all" | "forward";

/** What an agent has chosen for a letter; what is not chosen is as the last letter tells. */
export interface LetterDraft {
  channel?: string;
  way?: Way;
  to?: string[];
  cc?: string[];
  bcc?: string[];
  subject?: string;
  mailbox?: string;
  /** The message that is to go on to somebody else. */
  forwards?: { sequence: number; subject: string; from: string };
}

const listeners = new Set<() => void>();
const drafts = new Map<string, LetterDraft>();
const none: LetterDraft = {};
const keyOf = (agent: string, conversation: string) => `kanal.letter.${agent}.${conversation}`;

function draftAt(key: string): LetterDraft {
  const known = drafts.get(key);
  if (known) return known;
  let kept = none;
  try {
    kept = JSON.parse(localStorage.getItem(key) ?? "{}") as LetterDraft;
  } catch {
    // Storage is forbidden, or holds what an older desk wrote: nothing is chosen yet.
  }
  drafts.set(key, kept);
  return kept;
}

function keep(key: string, draft: LetterDraft) {
  drafts.set(key, draft);
  try {
    if (Object.keys(draft).length > 0) localStorage.setItem(key, JSON.stringify(draft));
    else localStorage.removeItem(key);
  } catch {
    // It lives as long as this page.
  }
  for (const listener of listeners) listener();
}

export function writeLetter(agent: string, conversation: string, change: LetterDraft) {
  const key = keyOf(agent, conversation);
  keep(key, { ...draftAt(key), ...change });
}

export const forgetLetter = (agent: string, conversation: string) => keep(keyOf(agent, conversation), {});

/** Another way of answering is to other people. */
export const writeWay = (agent: string, conversation: string, way: Way) =>
  keep(keyOf(agent, conversation), { channel: draftAt(keyOf(agent, conversation)).channel, way });

export function writeForward(agent: string, conversation: string, { sequence, letter }: Entry) {
  if (!letter) return;
  keep(keyOf(agent, conversation), {
    channel: "email",
    way: "forward",
    to: [],
    cc: [],
    forwards: { sequence, subject: letter.subject, from: letter.from?.name || letter.from?.address || "" },
  });
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useLetterDraft = (agent: string, conversation: string) =>
  useSyncExternalStore(subscribe, () => draftAt(keyOf(agent, conversation)));

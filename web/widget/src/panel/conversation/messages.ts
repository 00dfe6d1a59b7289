import type { Message } from "../../contract";

/** By sequence, each once; what comes later about a sequence is the truth. */
export function merge(known: Message[], incoming: Message[]): Message[] {
  const bySequence = new Map(known.map((message) => [message.sequence, message]));
  for (const message of incoming) bySequence.set(message.sequence, message);
  return [...bySequence.values()].sort((a, b) => a.sequence - b.sequence);
}

/** The sequence up to which nothing is missing; the stream resumes here, even when our own answer ran ahead of it. */
export function completeUpTo(messages: Message[]): number {
  let complete = 0;
  for (const { sequence } of messages) {
    if (sequence > complete + 1) break;
    complete = Math.max(complete, sequence);
  }
  return complete;
}

export function unread(messages: Message[], seen: number): number {
  return messages.filter((message) => message.from === "agent" && message.sequence > seen).length;
}

/** Up to where the visitor has everything before their eyes: of the conversation behind an article, at most the card that it came with. */
export function inSightUpTo(messages: Message[], seen: number, reading?: { shown?: string }): number {
  if (!reading) return messages.at(-1)?.sequence ?? 0;
  const card = messages.find(({ card }) => card?.shown && card.shown.id === reading.shown);
  const between = messages.filter(({ sequence }) => card && sequence < card.sequence);
  return card && unread(between, seen) === 0 ? card.sequence : 0;
}

export const lastFrom = (messages: Message[], from: Message["from"]) =>
  messages.findLast((message) => message.from === from);

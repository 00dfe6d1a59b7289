import type { ChannelName, FileReference, WidgetSite } from "../contract";

export interface Start {
  channel: ChannelName;
  menu?: string;
  name?: string;
  address?: string;
  /** The start of the quarter of an hour in which to call. */
  slot?: string;
}

/** A message on its way. It keeps its clientId through every attempt, page and tab. */
export interface Outgoing {
  clientId: string;
  text: string;
  files: FileReference[];
  at: string;
  /** The message that opens the conversation. */
  start?: Start;
  /** Why the server will not take it; it waits for the visitor. */
  refused?: string;
}

export interface KnownConversation {
  id: string;
  token: string;
  channel: ChannelName;
  address?: string;
}

/** Another way than its own, of those that the widget can carry. */
export const isOther = (known: KnownConversation, channel: string): channel is ChannelName =>
  channel !== known.channel && ["chat", "email", "callback"].includes(channel);

export interface Kept {
  visitor?: string;
  conversation?: KnownConversation;
  draft: string;
  /** The last sequence the visitor has had before their eyes. */
  seen: number;
  /** So that a conversation can be shown while the server is away. */
  site?: WidgetSite;
}

/** All that is ever stored in the visitor's browser, and only after the visitor acted. */
export interface Remembered extends Kept {
  /** In the order in which they were written. */
  outbox: Outgoing[];
}

export const nothing: Remembered = { outbox: [], draft: "", seen: 0 };

export const waitingKey = (key: string, clientId: string) => `${key}:waiting:${clientId}`;

/** What a tab of this site has kept under the key; what can't be read is as if it had never been. */
export function recall(storage: Storage | undefined, key: string): Remembered {
  const remembered: Remembered = { ...nothing, outbox: [] };
  for (const [name, value] of entries(storage, key)) {
    if (name.startsWith("waiting:")) remembered.outbox.push(value as Outgoing);
    else Object.assign(remembered, { [name]: value });
  }
  remembered.outbox.sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  return remembered;
}

export function keep(storage: Storage | undefined, key: string, value: unknown): void {
  if (value === undefined) storage?.removeItem(key);
  else storage?.setItem(key, JSON.stringify(value));
}

export function forget(storage: Storage | undefined, key: string): Remembered {
  for (const [name] of entries(storage, key)) storage?.removeItem(`${key}:${name}`);
  return nothing;
}

function entries(storage: Storage | undefined, key: string): [name: string, value: unknown][] {
  const own = Object.keys(storage ?? {}).filter((name) => name.startsWith(`${key}:`));
  return own.flatMap((name) => {
    try {
      return [[name.slice(key.length + 1), JSON.parse(storage?.getItem(name) ?? "")]];
    } catch {
      return [];
    }
  });
}

export const underWay = (remembered: Remembered) =>
  remembered.conversation !== undefined || remembered.outbox.length > 0;

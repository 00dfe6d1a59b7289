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

/** All that is ever stored in the visitor's browser, and only after the visitor acted. */
export interface Remembered {
  visitor?: string;
  conversation?: KnownConversation;
  outbox: Outgoing[];
  draft: string;
  /** The last sequence the visitor has had before their eyes. */
  seen: number;
  /** So that a conversation can be shown while the server is away. */
  site?: WidgetSite;
}

export const nothing: Remembered = { outbox: [], draft: "", seen: 0 };

export function parseRemembered(text: string | null | undefined): Remembered {
  try {
    return { ...nothing, ...(JSON.parse(text ?? "{}") as Partial<Remembered>) };
  } catch {
    return nothing;
  }
}

export const underWay = (remembered: Remembered) =>
  remembered.conversation !== undefined || remembered.outbox.length > 0;

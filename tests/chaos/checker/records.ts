/**
 * What a client writes down, line by line. `t` is one clock for all clients, in milliseconds, that only goes forward: they
 * are one process, so that "before" and "after" mean something between them. A line about a request is written before the
 * request leaves; a line about an answer after all of it has come.
 */
export type Line = { t: number } & (VisitorLine | AgentLine);

export type VisitorLine =
  | { k: "start"; clientId: string; text: string }
  | { k: "started"; clientId: string; text: string; conversation: string; sequence: number }
  | { k: "write"; conversation: string; text: string }
  /** With a file, in which the same words stand. */
  | { k: "written"; conversation: string; text: string; sequence: number; file?: string }
  /** Refused for good: not to be tried again, and nothing was kept. */
  | { k: "refused"; what: string; status: number; problem: string }
  /** The stream is open; `after` is what it was asked to go on from. */
  | { k: "opened"; conversation: string; after: number }
  | { k: "got"; conversation: string; sequence: number; text: string }
  /** The reader listened to the end and caught up as far as it was given. */
  | { k: "reading"; conversation: string };

export type AgentLine =
  | { k: "agent"; agent: string }
  /** The desk's stream begins anew: nothing of what came before is continued. */
  | { k: "desk"; life: string }
  /** The desk's stream is back and goes on where it was. */
  | { k: "resumed"; life: string }
  | { k: "got"; conversation: string; sequence: number; text: string }
  | { k: "fetched"; conversation: string; sequence: number; text: string }
  /** The agent should know all of a conversation: it was fetched when it came into their hands, and followed since. */
  | { k: "follows"; conversation: string }
  | { k: "offered"; offer: string; conversation: string }
  | { k: "answer"; offer: string; conversation: string; answer: "accept" | "decline"; key: string }
  | {
      k: "answered";
      offer: string;
      conversation: string;
      answer: "accept" | "decline";
      key: string;
      good: boolean;
    }
  | { k: "offerEnded"; offer: string; conversation: string; how: string }
  /** The agent lets go: `to` is whom it is handed to, if anybody. The same key is the same act, however often it is sent. */
  | { k: "release"; conversation: string; key: string; to?: string }
  | { k: "released"; conversation: string; key: string; good: boolean; to?: string }
  /** The API said whose it is; it was so at some moment between `from` and `t`. */
  | { k: "saw"; conversation: string; from: number; owner: string | null; state: string }
  /** The product took it from an agent who was not there, and put it back into the queue. */
  | { k: "requeued"; conversation: string }
  | { k: "write"; conversation: string; text: string }
  | { k: "written"; conversation: string; text: string; sequence: number }
  | { k: "refused"; what: string; status: number; problem: string }
  | { k: "reading"; conversation: string };

/** One client's lines, in order. */
export interface Log {
  name: string;
  lines: Line[];
}

/** What the API tells of all conversations when everything is quiet. */
export interface Listed {
  id: string;
  state: string;
  owner: string | null;
  queue: string | null;
  lastSequence: number;
  /** What is in each file that a message names; null where it is not to be had. */
  files: { id: string; content: string | null }[];
  messages: { sequence: number; text: string; clientId: string | null }[];
  /** How often the product itself put it back into the queue. */
  requeues: number;
  offers: { id: string; agent: string; state: string }[];
}

export interface Evidence {
  logs: Log[];
  /** Asked for between these two moments. */
  listedFrom: number;
  listedTo: number;
  listed: Listed[];
}

/** What was found against one promise. */
export interface Verdict {
  promise: string;
  /** How many things were looked at: a promise that nothing was held to proves nothing. */
  looked: number;
  violations: string[];
}

import type { Callback, ConversationEvent, Message, PlaceInQueue, VisitorConversation } from "../../contract";
import type { Outgoing } from "../../memory/remembered";
import { merge } from "./messages";

/** What the server says of the wait, in the visitor's language. */
export type Wait = Omit<PlaceInQueue, "position">;

/** A conversation as its visitor sees it. */
export interface Talk {
  messages: Message[];
  state: VisitorConversation["state"] | "unknown";
  agent?: string;
  position?: number;
  wait?: Wait;
  readByAgent: number;
  rating?: number;
  closedBy?: string;
  callback?: Callback;
  typing: boolean;
}

export const newTalk: Talk = { messages: [], state: "unknown", readByAgent: 0, typing: false };

/**
 * What the server has answered. What was heard or done since it was asked is newer and stays.
 * @param asked how it stood then
 */
export function applyRead(talk: Talk, read: VisitorConversation, asked: Talk = talk): Talk {
  const same = (...what: (keyof Talk)[]) => what.every((each) => talk[each] === asked[each]);
  return {
    ...talk,
    ...(same("state", "agent", "position") && {
      state: read.state,
      agent: read.agent?.name ?? undefined,
      position: read.position ?? undefined,
    }),
    readByAgent: Math.max(talk.readByAgent, read.readByAgent),
    ...(same("rating") && { rating: read.rating ?? undefined }),
    ...(same("callback") && { callback: read.callback ?? undefined }),
  };
}

export function applyEvent(talk: Talk, event: ConversationEvent): Talk {
  switch (event.type) {
    case "message": {
      const typing = talk.typing && event.data.from !== "agent";
      return { ...talk, messages: merge(talk.messages, [event.data]), typing };
    }
    case "typing":
      return event.data.from === "agent" ? { ...talk, typing: event.data.typing } : talk;
    case "read":
      if (event.data.by !== "agent") return talk;
      return { ...talk, readByAgent: Math.max(talk.readByAgent, event.data.sequence) };
    case "queue": {
      const { position, ...wait } = event.data;
      return { ...talk, state: "queued", agent: undefined, position, wait };
    }
    case "assigned":
      return { ...talk, state: "assigned", agent: event.data.agent.name, closedBy: undefined };
    case "callback":
      return {
        ...talk,
        callback: event.data,
        position: event.data.state === "planned" ? undefined : talk.position,
      };
    case "closed":
      return { ...talk, state: "closed", closedBy: event.data.by, typing: false };
    case "reopened":
      return { ...talk, state: "queued", closedBy: undefined, rating: undefined };
    default:
      return talk;
  }
}

/** Where nothing is sent, as in a preview. */
export function echoed(talk: Talk, { clientId, text, files, at }: Outgoing): Talk {
  const sequence = talk.messages.length + 1;
  const message: Message = { sequence, clientId, from: "visitor", text, files, at, channel: "chat" };
  return { ...talk, state: "queued", messages: [...talk.messages, message] };
}

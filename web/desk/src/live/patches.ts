import type {
  Agent,
  Conversation,
  ConversationSummary,
  Entry,
  Offer,
  QueueCounts,
  Session,
} from "@kanal/api";
import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import { withDelivery } from "../conversations/letter/deliveries";
import { shownQuery } from "../conversations/show/showQueries";
import {
  agentsQuery,
  askedBackQuery,
  callsDueQuery,
  conversationQuery,
  type ListFilter,
  offersQuery,
  queuesQuery,
  targetWarningQuery,
  unitsQuery,
  wallboardQuery,
} from "../server/queries";
import { serverNow, setServerClock } from "../words/serverClock";
import { againIfAsking, sayAlsoAfter } from "./againIfAsking";
import type { LiveEvent, LiveEvents } from "./events";
import { askAgain, askWhatIsHanded, forgetInHand } from "./followed";
import { belongs, type ListPage, newest, withMessage, withSummary } from "./lists";
import { type TimelinePage, withEntry } from "./timeline";
import { withChange } from "./wallboard";

/** Who is typing in a conversation, kept in the cache until a message or some quiet seconds. */
export interface Typing {
  at: number;
}

/** Whether the agent was sent away because an offer rang in vain. */
export const sentAwayKey = ["sentAway"];

let missedAt = 0;
const atOnceMs = 5_000;

export const typingKey = (conversation: string) => ["typing", conversation];

type Handlers = { [Name in keyof LiveEvents]: (data: LiveEvents[Name]) => void };

/** Makes the cache say what the server just said. */
export function applyEvent(cache: QueryClient, event: LiveEvent, me: string): void {
  const handlers: Handlers = {
    hello: ({ at }) => setServerClock(at),
    reset: ({ at }) => {
      setServerClock(at);
      forgetInHand();
      askAgain(cache, []);
    },
    place: ({ at }) => setServerClock(at),
    conversation: (summary) => {
      patchSummary(cache, summary, me);
      askWhatIsHanded(cache, summary, me);
    },
    message: (added) => patchEntry(cache, added),
    line: (added) => patchEntry(cache, added),
    delivery: (change) => patchDelivery(cache, change),
    typing: (typing) => patchTyping(cache, typing),
    read: (mark) => patchRead(cache, mark),
    offer: (offer) => patchOffers(cache, offer.id, offer),
    offerEnded: ({ id, how }) => {
      patchOffers(cache, id, null);
      if (how === "missed") missedAt = Date.now();
    },
    callbackDue: (due) =>
      sayAlsoAfter(cache, callsDueQuery.queryKey, () =>
        cache.setQueryData(callsDueQuery.queryKey, (known = []) => [
          ...known.filter((each) => each.conversation !== due.conversation),
          due,
        ]),
      ),
    presence: (agent) => patchAgent(cache, agent),
    units: (units) => void cache.setQueryData(unitsQuery.queryKey, units),
    target: (warning) => void cache.setQueryData(targetWarningQuery.queryKey, warning),
    askedBack: (asked) => void cache.setQueryData(askedBackQuery.queryKey, asked),
    visitor: (visit) => patchVisitor(cache, visit),
    shown: (progress) => patchShown(cache, progress),
    queue: (counts) => patchQueue(cache, counts),
    wallboard: (change) => {
      cache.setQueryData(wallboardQuery.queryKey, (known) => withChange(known, change));
      againIfAsking(cache, wallboardQuery.queryKey);
    },
    // Short answers are articles too.
    settings: ({ what }) => {
      for (const key of what === "articles" || what === "answers" ? ["articles", "answers"] : [what])
        askAgain(cache, [key]);
    },
  };
  // An event that this desk does not know yet, from a newer server, is passed over.
  (handlers[event.name] as ((data: unknown) => void) | undefined)?.(event.data);
}

export function patchSummary(cache: QueryClient, summary: ConversationSummary, me: string) {
  for (const [key, list] of cache.getQueriesData<InfiniteData<ListPage>>({ queryKey: ["conversations"] })) {
    if (!list) {
      againIfAsking(cache, key);
      continue;
    }
    const stays = belongs(summary, key[1] as ListFilter, me);
    if (stays === undefined) void cache.invalidateQueries({ queryKey: key });
    else cache.setQueryData(key, { ...list, pages: withSummary(list.pages, summary, stays) });
    againIfAsking(cache, key);
  }
  if (summary.callback) askAgain(cache, ["call", summary.id]);
  // Their other conversations stand there, and their name.
  askAgain(cache, ["customer", summary.customer.id]);
  if (summary.agent || summary.state === "closed" || summary.state === "planned")
    sayAlsoAfter(cache, callsDueQuery.queryKey, () =>
      cache.setQueryData(callsDueQuery.queryKey, (due) =>
        due?.filter((each) => each.conversation !== summary.id),
      ),
    );
  // A field that the summary leaves out is gone (the agent after a transfer, the wait after an answer).
  cache.setQueryData<Conversation>(
    ["conversation", summary.id],
    (known) =>
      known && {
        ...known,
        agent: undefined,
        waitingSince: undefined,
        dueAt: undefined,
        closedAt: undefined,
        outcome: undefined,
        callback: undefined,
        ...newest(known, summary),
      },
  );
  againIfAsking(cache, ["conversation", summary.id]);
}

/** What the server has answered to an act. Events may have told of more meanwhile. */
export function patchConversation(cache: QueryClient, conversation: Conversation, me: string) {
  const { queryKey } = conversationQuery(conversation.id);
  const known = cache.getQueryData(queryKey);
  patchSummary(cache, conversation, me);
  cache.setQueryData(queryKey, {
    ...newest(known, conversation),
    readByAgent: Math.max(known?.readByAgent ?? 0, conversation.readByAgent),
    readByVisitor: Math.max(known?.readByVisitor ?? 0, conversation.readByVisitor),
  });
}

function patchEntry(cache: QueryClient, { conversation, entry, standing }: LiveEvents["message"]) {
  cache.setQueryData<InfiniteData<TimelinePage>>(
    ["timeline", conversation],
    (timeline) => timeline && { ...timeline, pages: withEntry(timeline.pages, entry) },
  );
  againIfAsking(cache, ["timeline", conversation]);
  if (entry.kind === "event" || entry.letter) askBeyond(cache, conversation, entry);
  if (entry.kind !== "message") return;
  cache.setQueryData(typingKey(conversation), null);
  patchLists(cache, conversation, (known) => withMessage(known, entry, standing));
  cache.setQueryData<Conversation>(
    ["conversation", conversation],
    (known) => known && { ...known, ...withMessage(known, entry, standing) },
  );
  againIfAsking(cache, ["conversation", conversation]);
  // Who answers has seen what stood before.
  if (entry.from === "visitor") patchRead(cache, { conversation, by: "visitor", sequence: entry.sequence });
}

/** A rating's words, orders, who takes part, letters that moved: what no event carries. */
function askBeyond(cache: QueryClient, conversation: string, { event }: Entry) {
  const known = cache.getQueryData<Conversation>(["conversation", conversation]);
  if (!known) return;
  askAgain(cache, ["conversation", conversation]);
  askAgain(cache, ["customer", known.customer.id]);
  if (event?.move) askAgain(cache, ["timeline", conversation]);
}

function patchDelivery(cache: QueryClient, change: LiveEvents["delivery"]) {
  const key = ["timeline", change.conversation];
  cache.setQueryData<InfiniteData<TimelinePage>>(
    key,
    (timeline) => timeline && { ...timeline, pages: withDelivery(timeline.pages, change) },
  );
  againIfAsking(cache, key);
}

function patchTyping(cache: QueryClient, { conversation, from, typing }: LiveEvents["typing"]) {
  if (from === "visitor")
    cache.setQueryData<Typing | null>(typingKey(conversation), () => (typing ? { at: Date.now() } : null));
}

function patchQueue(cache: QueryClient, counts: QueueCounts) {
  cache.setQueryData(queuesQuery.queryKey, (queues) =>
    queues?.map((queue) =>
      queue.id === counts.id ? { ...queue, longestWaitSince: undefined, ...counts } : queue,
    ),
  );
  againIfAsking(cache, queuesQuery.queryKey);
}

export function patchRead(cache: QueryClient, { conversation, by, sequence }: LiveEvents["read"]) {
  const mark = by === "visitor" ? "readByVisitor" : "readByAgent";
  cache.setQueryData<Conversation>(
    ["conversation", conversation],
    (known) => known && { ...known, [mark]: Math.max(known[mark], sequence) },
  );
  againIfAsking(cache, ["conversation", conversation]);
  if (by === "agent") patchLists(cache, conversation, (known) => isReadTo(known, sequence));
}

const isReadTo = (known: ConversationSummary, sequence: number) =>
  sequence >= known.lastSequence ? { ...known, unread: 0 } : known;

function patchLists(
  cache: QueryClient,
  id: string,
  change: (known: ConversationSummary) => ConversationSummary,
) {
  const queryKey = ["conversations"];
  sayAlsoAfter(cache, queryKey, () =>
    cache.setQueriesData<InfiniteData<ListPage>>({ queryKey }, (list) =>
      list?.pages.some((page) => page.data.some((known) => known.id === id))
        ? {
            ...list,
            pages: list.pages.map((page) => ({
              ...page,
              data: page.data.map((known) => (known.id === id ? change(known) : known)),
            })),
          }
        : list,
    ),
  );
}

function patchOffers(cache: QueryClient, id: string, offer: Offer | null) {
  cache.setQueryData(offersQuery.queryKey, (offers = []) => {
    const others = offers.filter((each) => each.id !== id);
    return offer ? [...others, offer] : others;
  });
  againIfAsking(cache, offersQuery.queryKey);
}

export function patchAgent(cache: QueryClient, agent: Agent) {
  cache.setQueryData(agentsQuery.queryKey, (agents) =>
    agents?.map((each) => (each.id === agent.id ? { ...each, ...agent } : each)),
  );
  againIfAsking(cache, agentsQuery.queryKey);
  const before = cache.getQueryData<Session | null>(["session"])?.agent;
  const mine = before?.id === agent.id;
  if (mine && agent.presence === "available") cache.setQueryData(askedBackQuery.queryKey, null);
  if (mine && agent.presence !== before.presence)
    cache.setQueryData(sentAwayKey, agent.presence === "away" && Date.now() - missedAt < atOnceMs);
  cache.setQueryData<Session | null>(["session"], (session) =>
    session?.agent.id === agent.id
      ? { ...session, agent: { ...session.agent, ...agent, preferences: session.agent.preferences } }
      : session,
  );
  if (mine) againIfAsking(cache, ["session"]);
}

function patchShown(cache: QueryClient, progress: LiveEvents["shown"]) {
  const { queryKey } = shownQuery(progress.conversation);
  cache.setQueryData(
    queryKey,
    (known) => known && [...known.filter(({ shown }) => shown !== progress.shown), progress],
  );
  againIfAsking(cache, queryKey);
}

function patchVisitor(cache: QueryClient, { conversation, online, facts }: LiveEvents["visitor"]) {
  patchLists(cache, conversation, (known) => ({ ...known, visitorOnline: online }));
  cache.setQueryData<Conversation>(["conversation", conversation], (known) => {
    if (!known) return known;
    const page = facts?.page ?? undefined;
    const moved = page !== undefined && page !== known.journey[0]?.page;
    return {
      ...known,
      visitorOnline: online,
      facts: facts ?? known.facts,
      journey: moved
        ? [{ page, title: facts?.title, at: new Date(serverNow()).toISOString() }, ...known.journey]
        : known.journey,
    };
  });
  againIfAsking(cache, ["conversation", conversation]);
}

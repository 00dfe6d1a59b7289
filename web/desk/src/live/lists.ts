import type { ConversationSummary, DeskEvents, Entry } from "@kanal/api";
import type { ListFilter } from "../server/queries";

type Standing = NonNullable<NonNullable<DeskEvents["message"]>["standing"]>;

export interface ListPage {
  data: ConversationSummary[];
  next?: string | null;
  /** Its last row as it was read: behind it the next page begins. */
  last?: ConversationSummary;
}

/** Whether a conversation stands in a list; undefined when only the server can tell. */
export function belongs(summary: ConversationSummary, filter: ListFilter, me: string): boolean | undefined {
  if (filter.q) return undefined;
  if (filter.list === "queue") return summary.state === "queued";
  if (filter.list === "mine") return summary.state !== "closed" && summary.agent?.id === me;
  if (filter.calls && summary.channel !== "callback") return false;
  return (summary.state === "closed") === (filter.closed ?? false);
}

/**
 * A conversation as it is told, by an event or an answer that was read before some words that are known here already: those
 * stay, and what was read of them.
 */
export function newest<S extends ConversationSummary>(known: ConversationSummary | undefined, told: S): S {
  if (!known || known.lastSequence < told.lastSequence) return told;
  const unread = told.state === "closed" ? 0 : known.unread;
  if (known.lastSequence === told.lastSequence) return unread < told.unread ? { ...told, unread } : told;
  const { lastMessage, lastSequence, waitingSince } = known;
  const dueAt = waitingSince ? (told.dueAt ?? known.dueAt) : undefined;
  return { ...told, lastMessage, lastSequence, waitingSince, dueAt, unread };
}

/** The pages with the conversation as it is now: replaced, added at the front, or taken out. */
export function withSummary<P extends ListPage>(
  pages: P[],
  summary: ConversationSummary,
  stays: boolean,
): P[] {
  const known = pages.some((page) => page.data.some((each) => each.id === summary.id));
  return pages.map((page, index) => {
    if (known && stays)
      return {
        ...page,
        data: page.data.map((each) => (each.id === summary.id ? newest(each, summary) : each)),
      };
    if (known) return { ...page, data: page.data.filter((each) => each.id !== summary.id) };
    return stays && index === 0 ? { ...page, data: [summary, ...page.data] } : page;
  });
}

/**
 * The summary after a message: its last words, and who waits for whom. A message that is known changes nothing.
 * @param standing as the server has it with the message
 */
export function withMessage(
  known: ConversationSummary,
  message: Entry,
  standing?: Standing | null,
): ConversationSummary {
  if (message.sequence <= known.lastSequence) return known;
  const waitingSince = standing ? standing.waitingSince : waitingAfter(known, message);
  return {
    ...known,
    lastMessage: {
      from: message.from ?? "system",
      text: message.text || message.files.map((file) => file.name).join(", "),
      at: message.at,
      sequence: message.sequence,
    },
    lastSequence: message.sequence,
    unread: standing?.unread ?? (message.from === "agent" ? 0 : known.unread + 1),
    waitingSince,
    dueAt: waitingSince ? known.dueAt : null,
  };
}

/** A customer's first word begins a wait, ours ends it, and what the system says leaves it as it is. */
function waitingAfter({ waitingSince }: ConversationSummary, { from, at }: Entry) {
  if (from === "visitor") return waitingSince ?? at;
  return from === "agent" ? null : waitingSince;
}

const lastAt = (summary: ConversationSummary) => summary.lastMessage?.at ?? summary.openedAt;

const callAt = ({ callback, waitingSince, openedAt }: ConversationSummary) =>
  callback?.notBefore ?? waitingSince ?? openedAt;

/** In the queue the longest wait is first; in hand whoever waits for us; of calls the next one; otherwise the newest. */
export function sorted(
  summaries: ConversationSummary[],
  { list, calls, closed }: Pick<ListFilter, "list" | "calls" | "closed">,
): ConversationSummary[] {
  if (list === "all" && calls && !closed)
    return summaries.toSorted((a, b) => Date.parse(callAt(a)) - Date.parse(callAt(b)));
  if (list === "queue") return summaries.toSorted(byWait);
  const newest = (a: ConversationSummary, b: ConversationSummary) => (lastAt(a) < lastAt(b) ? 1 : -1);
  const neediest = (a: ConversationSummary, b: ConversationSummary) => {
    if (a.waitingSince && b.waitingSince) return a.waitingSince < b.waitingSince ? -1 : 1;
    return Number(!!b.waitingSince) - Number(!!a.waitingSince) || newest(a, b);
  };
  return summaries.toSorted(list === "all" ? newest : neediest);
}

/** As the server pages the queue: whoever has our word already stands behind all who wait. */
const byWait = (a: ConversationSummary, b: ConversationSummary) =>
  waitsFrom(a) - waitsFrom(b) || (a.id < b.id ? -1 : Number(a.id !== b.id));

const waitsFrom = ({ waitingSince }: ConversationSummary) =>
  waitingSince ? Date.parse(waitingSince) : Number.MAX_SAFE_INTEGER;

/**
 * What a list shows of the pages that are read: each conversation once, and in the queue nobody who stands behind the last page,
 * for there others come first.
 */
export function shown(
  pages: ListPage[],
  filter: Pick<ListFilter, "list" | "calls" | "closed">,
): ConversationSummary[] {
  const each = new Map(pages.flatMap(({ data }) => data.map((summary) => [summary.id, summary] as const)));
  const rows = sorted([...each.values()], filter);
  const { next, last } = pages.at(-1) ?? {};
  return filter.list === "queue" && next && last ? rows.filter((row) => byWait(row, last) <= 0) : rows;
}

/** The one in hand whose customer has waited longest for our answer. */
export function mostInNeed(summaries: ConversationSummary[]): string | undefined {
  const first = sorted(summaries, { list: "mine" })[0];
  return first?.waitingSince ? first.id : undefined;
}

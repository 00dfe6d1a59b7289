import type { ConversationSummary } from "@kanal/api";
import type { QueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import type { ListName } from "../server/queries";
import { againIfAsking } from "./againIfAsking";

/** What the screen shows of what happens inside conversations; the stream tells of no more. */
export interface Followed {
  list: ListName;
  open: string | null;
}

let followed: Followed = { list: "mine", open: null };
const listeners = new Set<() => void>();

function follow(change: Partial<Followed>) {
  followed = { ...followed, ...change };
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** As the server is asked for it. Who is told everything need not name what is open. */
const asked = ({ list, open }: Followed) =>
  list === "all" ? "" : [`follow=${list}`, open && `open=${open}`].filter(Boolean).join("&");

export const useFollowed = () => useSyncExternalStore(subscribe, () => asked(followed));

/** Asks for what happens in a list's conversations as long as it is on the screen. */
export function useFollowList(list: ListName) {
  useEffect(() => {
    follow({ list });
    return () => follow({ list: "mine" });
  }, [list]);
}

/** Asks for what happens in a conversation as long as it is on the screen; null where it is told anyway. */
export function useFollowOpen(open: string | null) {
  useEffect(() => {
    follow({ open });
    return () => follow({ open: null });
  }, [open]);
}

const inside = ["conversation", "timeline", "shown"];

const width = (wish: URLSearchParams) => ["mine", "queue", null].indexOf(wish.get("follow"));

/**
 * The stream tells of more than the one before: what may have changed unheard is asked for anew, now that nothing more can be missed.
 * @param before What the stream before told of; null where there was none.
 */
export function askAnew(cache: QueryClient, before: string | null, now: string) {
  const [was, is] = [new URLSearchParams(before ?? ""), new URLSearchParams(now)];
  const open = is.get("open");
  if (before === null) askAgain(cache, ["offers"]);
  if (before === null || width(is) > width(was))
    for (const key of ["conversations", ...inside]) askAgain(cache, [key]);
  else if (open !== null && open !== was.get("open")) askConversation(cache, open);
}

let inHand = new Set<string>();

/** From this event on the stream tells what happens in a conversation that has come into our hands; what came before it may not have been told. */
export function askWhatIsHanded(cache: QueryClient, summary: ConversationSummary, me: string) {
  const mine = summary.agent?.id === me && summary.state !== "closed";
  if (mine && !inHand.has(summary.id)) askConversation(cache, summary.id);
  if (mine) inHand.add(summary.id);
  else inHand.delete(summary.id);
}

export function forgetInHand() {
  inHand = new Set();
}

function askConversation(cache: QueryClient, id: string) {
  for (const key of inside) askAgain(cache, [key, id]);
}

export function askAgain(cache: QueryClient, queryKey: string[]) {
  againIfAsking(cache, queryKey);
  void cache.invalidateQueries({ queryKey, predicate: ({ state }) => state.fetchStatus === "idle" });
}

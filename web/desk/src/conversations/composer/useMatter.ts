import type { Conversation } from "@kanal/api";
import { useInfiniteQuery } from "@tanstack/react-query";
import { inOrder } from "../../live/timeline";
import { timelineQuery } from "../../server/queries";
import { matterOf } from "./matter";

/** What the conversation is about, as far as the customer's own last words tell. */
export function useMatter(conversation: Conversation): string {
  const { data } = useInfiniteQuery(timelineQuery(conversation.id));
  return matterOf(inOrder(data?.pages ?? []));
}

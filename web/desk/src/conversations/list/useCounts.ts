import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { conversationsQuery, queuesQuery } from "../../server/queries";

const mostPages = 10;

/** How many I have in hand, as far as they are loaded: "7", "2000+", or nothing. */
export function useMineCount(): string {
  const { data, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery(
    conversationsQuery({ list: "mine" }),
  );
  const more = hasNextPage && !isFetching && (data?.pages.length ?? 0) < mostPages;
  // Whoever has waited longest may stand on the last page of what the server gives by its last words.
  useEffect(() => {
    if (more) void fetchNextPage();
  }, [more, fetchNextPage]);
  const count = data?.pages.reduce((sum, page) => sum + page.data.length, 0) ?? 0;
  return count === 0 ? "" : `${count}${hasNextPage ? "+" : ""}`;
}

/** How many wait in all queues, as the server counts them: "300", or nothing. */
export function useWaitingCount(): string {
  const waiting = useQuery(queuesQuery).data?.reduce((sum, queue) => sum + queue.waiting, 0);
  return waiting ? `${waiting}` : "";
}

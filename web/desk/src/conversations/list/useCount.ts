import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { conversationsQuery, type ListName } from "../../server/queries";

const mostPages = 10;

/** How many stand in a list, as far as it is loaded: "7", "50+", or nothing. */
export function useCount(list: ListName): string {
  const { data, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery(conversationsQuery({ list }));
  const more = hasNextPage && !isFetching && (data?.pages.length ?? 0) < mostPages;
  // Whoever has waited longest may stand on the last page of what the server gives by its last words.
  useEffect(() => {
    if (more) void fetchNextPage();
  }, [more, fetchNextPage]);
  const count = data?.pages.reduce((sum, page) => sum + page.data.length, 0) ?? 0;
  return count === 0 ? "" : `${count}${hasNextPage ? "+" : ""}`;
}

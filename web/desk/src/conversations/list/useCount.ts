import { useInfiniteQuery } from "@tanstack/react-query";
import { conversationsQuery, type ListName } from "../../server/queries";

/** How many stand in a list, as far as it is loaded: "7", "50+", or nothing. */
export function useCount(list: ListName): string {
  const { data, hasNextPage } = useInfiniteQuery(conversationsQuery({ list }));
  const count = data?.pages.reduce((sum, page) => sum + page.data.length, 0) ?? 0;
  return count === 0 ? "" : `${count}${hasNextPage ? "+" : ""}`;
}

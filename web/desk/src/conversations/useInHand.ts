import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { sorted } from "../live/lists";
import { conversationsQuery } from "../server/queries";

/** My open conversations in a steady order, oldest first, for the tabs. */
export function useInHand() {
  const { data } = useInfiniteQuery(conversationsQuery({ list: "mine" }));
  return useMemo(
    () =>
      sorted(data?.pages.flatMap((page) => page.data) ?? [], { list: "mine" }).toSorted((a, b) =>
        a.openedAt < b.openedAt ? -1 : 1,
      ),
    [data],
  );
}

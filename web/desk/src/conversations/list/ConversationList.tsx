import { useHotkeys } from "@mantine/hooks";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef } from "react";
import { useFollowList } from "../../live/followed";
import { shown } from "../../live/lists";
import { Failed } from "../../parts/Failed";
import { LoadingRows } from "../../parts/LoadingRows";
import { conversationsQuery } from "../../server/queries";
import { useWords } from "../../words/useWords";
import { usePlace } from "../usePlace";
import classes from "./ConversationList.module.css";
import { ListEmpty } from "./ListEmpty";
import { ListRow } from "./ListRow";
import { ListTabs } from "./ListTabs";

const rowHeight = 84;

export function ConversationList() {
  const { t } = useWords();
  const { id, filter, open } = usePlace();
  useFollowList(filter.list);
  const list = useInfiniteQuery(conversationsQuery(filter));
  const rows = useMemo(
    () =>
      shown(list.data?.pages ?? [], {
        list: filter.list,
        calls: filter.calls,
        closed: filter.closed,
      }),
    [list.data, filter.list, filter.calls, filter.closed],
  );
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });

  const items = virtual.getVirtualItems();
  const nearEnd = (items.at(-1)?.index ?? 0) >= rows.length - 5;
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = list;
  // Rows leave a page as well: it may come to its end without being scrolled.
  useEffect(() => {
    if (nearEnd && hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage();
  }, [nearEnd, hasNextPage, isFetching, isFetchNextPageError, fetchNextPage]);

  function step(by: number) {
    const at = rows.findIndex((row) => row.id === id);
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))];
    if (!next) return;
    open(next.id);
    virtual.scrollToIndex(rows.indexOf(next));
  }
  useHotkeys([
    ["j", () => step(1)],
    ["k", () => step(-1)],
  ]);

  function tryAgain() {
    if (isFetchNextPageError && nearEnd && !isFetching) void fetchNextPage();
  }

  return (
    <>
      <ListTabs />
      <div ref={box} className={classes.box} onScroll={tryAgain}>
        {list.isPending && <LoadingRows rows={6} />}
        {list.isError && !list.data && <Failed error={list.error} onRetry={() => list.refetch()} />}
        {list.isSuccess && rows.length === 0 && !hasNextPage && <ListEmpty />}
        <ul
          className={classes.rows}
          style={{ height: virtual.getTotalSize() }}
          aria-label={t(`list.${filter.list}`)}
        >
          {items.map((item) => {
            const row = rows[item.index];
            return (
              row && (
                <li key={row.id} className={classes.row} style={{ transform: `translateY(${item.start}px)` }}>
                  <ListRow conversation={row} current={row.id === id} />
                </li>
              )
            );
          })}
        </ul>
      </div>
    </>
  );
}

import { Button } from "@mantine/core";
import { IconBook2, IconSearch } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useRef } from "react";
import { EmptyPage } from "../../parts/EmptyPage";
import { Failed } from "../../parts/Failed";
import { LoadingRows } from "../../parts/LoadingRows";
import { useWords } from "../../words/useWords";
import { articlesQuery } from "../knowledgeQueries";
import { ArticleRow } from "./ArticleRow";
import classes from "./ArticlesPage.module.css";
import { useFilters } from "./useFilters";

const rowHeight = 65;

export function ArticleRows() {
  const { t, language } = useWords();
  const { filter, narrowed, clear, search } = useFilters();
  const list = useInfiniteQuery(articlesQuery(filter, language));
  const rows = list.data?.pages.flatMap((page) => page.data) ?? [];
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
  });

  function loadMore() {
    const element = box.current;
    if (!element || !list.hasNextPage || list.isFetchingNextPage) return;
    if (element.scrollHeight - element.scrollTop - element.clientHeight < rowHeight * 8)
      void list.fetchNextPage();
  }

  /** Arrows go from row to row, as in every list of the desk. */
  function step(event: KeyboardEvent) {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const at = Number((document.activeElement as HTMLElement | null)?.dataset.at ?? Number.NaN);
    if (by === 0 || Number.isNaN(at)) return;
    event.preventDefault();
    const next = Math.min(rows.length - 1, Math.max(0, at + by));
    virtual.scrollToIndex(next);
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-at="${next}"]`)?.focus());
  }

  if (list.isPending) return <LoadingRows rows={6} />;
  if (list.isError && !list.data) return <Failed error={list.error} onRetry={() => list.refetch()} />;
  if (rows.length === 0)
    return narrowed ? (
      <EmptyPage
        icon={<IconSearch size={32} />}
        title={t("knowledge.none.title")}
        action={
          <Button variant="default" onClick={clear}>
            {t("knowledge.none.clear")}
          </Button>
        }
      >
        {t("knowledge.none")}
      </EmptyPage>
    ) : (
      <EmptyPage icon={<IconBook2 size={32} />} title={t("knowledge.empty.title")}>
        {t("knowledge.empty")}
      </EmptyPage>
    );
  return (
    <div ref={box} className={classes.box} onScroll={loadMore}>
      <ul className={classes.rows} style={{ height: virtual.getTotalSize() }} onKeyDown={step}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index];
          return (
            row && (
              <li
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                className={classes.place}
                style={{ transform: `translateY(${start}px)` }}
              >
                <ArticleRow article={row} at={index} search={search} />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

import type { Import } from "@kanal/api";
import { Button, Chip, Group, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { Failed } from "../../parts/Failed";
import { LoadingRows } from "../../parts/LoadingRows";
import { useWords } from "../../words/useWords";
import { shownOf } from "./counts";
import { ImportItemRow } from "./ImportItemRow";
import { itemsQuery } from "./importQueries";
import classes from "./imports.module.css";

export function ImportItems({ import: one }: { import: Import }) {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const choices = shownOf(one.counts);
  const shown = choices.find((choice) => choice.shown === params.get("show"))?.shown ?? "all";
  const items = useInfiniteQuery(itemsQuery(one.id, shown));
  const rows = items.data?.pages.flatMap(({ data }) => data) ?? [];
  return (
    <section aria-label={t("imports.items")}>
      <Chip.Group
        value={shown}
        onChange={(value) => setParams(value === "all" ? {} : { show: String(value) }, { replace: true })}
      >
        <Group gap="xs" mb="md">
          {choices.map((choice) => (
            <Chip key={choice.shown} value={choice.shown} size="sm">
              {t(`imports.show.${choice.shown}`)} {choice.count}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {items.isError ? (
        <Failed error={items.error} onRetry={() => items.refetch()} />
      ) : items.isPending ? (
        <LoadingRows rows={4} />
      ) : rows.length === 0 ? (
        <Text c="dimmed">{t("imports.items.none")}</Text>
      ) : (
        <ul className={classes.items}>
          {rows.map((item) => (
            <ImportItemRow key={item.number} item={item} isDone={one.state !== "planned"} />
          ))}
        </ul>
      )}
      {items.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={items.isFetchingNextPage}
          onClick={() => items.fetchNextPage()}
        >
          {t("imports.more")}
        </Button>
      )}
    </section>
  );
}

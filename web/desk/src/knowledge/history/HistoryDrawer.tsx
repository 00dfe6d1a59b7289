import type { Article, ArticleText, ArticleVersion } from "@kanal/api";
import { Button, Drawer, Stack, Text, UnstyledButton } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Ago } from "../../parts/Ago";
import { Failed } from "../../parts/Failed";
import { LoadingRows } from "../../parts/LoadingRows";
import { useWords } from "../../words/useWords";
import type { TextInHand } from "../article/useText";
import { versionsQuery } from "../knowledgeQueries";
import classes from "./HistoryDrawer.module.css";
import { VersionView } from "./VersionView";

interface Props {
  article: Article;
  text: ArticleText;
  inHand: TextInHand;
  onClose: () => void;
}

export function HistoryDrawer({ article, text, inHand, onClose }: Props) {
  const { t } = useWords();
  const versions = useInfiniteQuery(versionsQuery(article.id, text.language));
  const all = versions.data?.pages.flatMap((page) => page.data) ?? [];
  const [chosen, setChosen] = useState<number | null>(null);
  const shown = all.find(({ number }) => number === chosen) ?? all[0];

  function standing({ number }: ArticleVersion): string {
    if (number === text.published?.number) return t("knowledge.state.published");
    return number === text.scheduled?.number ? t("knowledge.state.scheduled") : "";
  }

  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="xl"
      title={t("knowledge.history")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {versions.isPending && <LoadingRows rows={3} />}
      {versions.isError && <Failed error={versions.error} onRetry={() => versions.refetch()} />}
      {versions.isSuccess && all.length === 0 && <Text c="dimmed">{t("knowledge.history.empty")}</Text>}
      {shown && (
        <Stack gap="lg">
          <ul className={classes.versions}>
            {all.map((version) => (
              <li key={version.number}>
                <UnstyledButton
                  className={classes.version}
                  aria-current={version === shown ? "true" : undefined}
                  onClick={() => setChosen(version.number)}
                >
                  <Text span fw={600}>
                    {t("knowledge.history.version", { number: version.number })}
                  </Text>
                  <Text span size="xs" c="dimmed">
                    {standing(version)}
                  </Text>
                  <Text span size="xs">
                    {version.author ?? t("event.someone")}, <Ago at={version.createdAt} />
                  </Text>
                  {version.remark && (
                    <Text span size="xs" className={classes.remark}>
                      {version.remark}
                    </Text>
                  )}
                </UnstyledButton>
              </li>
            ))}
          </ul>
          {versions.hasNextPage && (
            <Button
              variant="default"
              loading={versions.isFetchingNextPage}
              onClick={() => void versions.fetchNextPage()}
            >
              {t("knowledge.history.more")}
            </Button>
          )}
          <VersionView
            key={shown.number}
            article={article}
            text={text}
            version={shown}
            before={all.find(({ number }) => number === shown.number - 1)}
            inHand={inHand}
            onDone={onClose}
          />
        </Stack>
      )}
    </Drawer>
  );
}

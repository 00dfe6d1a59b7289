import type { Article, ArticleText } from "@kanal/api";
import { Button, Stack, Text } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { LoadingRows } from "../../parts/LoadingRows";
import { useWords } from "../../words/useWords";
import { ContentDiff } from "../diff/ContentDiff";
import { versionsQuery } from "../knowledgeQueries";
import type { TextInHand } from "./useText";

interface Props {
  article: Article;
  text: ArticleText;
  original: ArticleText;
  inHand: TextInHand;
}

/** What changed in the original since this was translated from it. */
export function OriginalSince({ article, text, original, inHand }: Props) {
  const { t } = useWords();
  const versions = useInfiniteQuery(versionsQuery(article.id, original.language));
  const from = text.draft?.translatedFrom ?? text.published?.translatedFrom ?? 0;
  const all = versions.data?.pages.flatMap((page) => page.data) ?? [];
  const before = all.find(({ number }) => number === from);
  const now = original.published;
  const farther = !before && from > 0 && versions.hasNextPage;
  if (versions.isPending) return <LoadingRows rows={3} />;
  if (!now) return null;
  return (
    <Stack gap="md" align="flex-start">
      <Text c="dimmed">{before || from === 0 ? t("knowledge.since.help") : t("knowledge.since.old")}</Text>
      {farther && (
        <Button
          variant="default"
          loading={versions.isFetchingNextPage}
          onClick={() => void versions.fetchNextPage()}
        >
          {t("knowledge.history.more")}
        </Button>
      )}
      <ContentDiff before={before?.content} after={now.content} />
      <Button
        leftSection={<IconCheck size={16} />}
        onClick={() => {
          inHand.changeText({ translatedFrom: now.number });
          void inHand.flush();
        }}
      >
        {t("knowledge.since.done")}
      </Button>
    </Stack>
  );
}

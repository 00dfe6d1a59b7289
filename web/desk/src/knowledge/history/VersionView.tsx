import type { Article, ArticleText, ArticleVersion } from "@kanal/api";
import { Button, Group, SegmentedControl, Stack } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useState } from "react";
import { api, ask } from "../../server/api";
import { useSave } from "../../settings/useSave";
import { useWords } from "../../words/useWords";
import { whole } from "../article/content";
import { Rendered } from "../article/Rendered";
import type { TextInHand } from "../article/useText";
import { ContentDiff } from "../diff/ContentDiff";

interface Props {
  article: Article;
  text: ArticleText;
  version: ArticleVersion;
  before?: ArticleVersion;
  inHand: TextInHand;
  onDone: () => void;
}

/** A version as it is read, or what it changed. */
export function VersionView({ article, text, version, before, inHand, onDone }: Props) {
  const { t } = useWords();
  const [as, setAs] = useState<"changes" | "whole">(before ? "changes" : "whole");
  const restore = useSave(
    async () => {
      await inHand.flush();
      return ask(
        api.POST("/api/v1/articles/{id}/texts/{language}/restore", {
          params: { path: { id: article.id, language: text.language } },
          body: { number: version.number },
        }),
      );
    },
    {
      refresh: [],
      quiet: true,
      onDone: (saved) => {
        inHand.give(saved);
        onDone();
      },
    },
  );
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <SegmentedControl
          aria-label={t("knowledge.history.as")}
          value={as}
          onChange={(next) => setAs(next as typeof as)}
          data={[
            {
              value: "changes",
              label: t("knowledge.history.changes"),
              disabled: !before && version.number > 1,
            },
            { value: "whole", label: t("knowledge.history.whole") },
          ]}
        />
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={16} />}
          loading={restore.isPending}
          onClick={() => restore.mutate(undefined)}
        >
          {t("knowledge.history.restore")}
        </Button>
      </Group>
      {as === "changes" ? (
        <ContentDiff before={before?.content} after={version.content} />
      ) : (
        <Rendered kind={article.kind} content={whole(version.content)} lang={text.language} />
      )}
    </Stack>
  );
}

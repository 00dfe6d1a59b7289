import type { ArticleText } from "@kanal/api";
import { Badge, Text } from "@mantine/core";
import { aheadInWords } from "../../words/relative";
import { useNow } from "../../words/useNow";
import { useWords } from "../../words/useWords";

const colors = { draft: "gray", scheduled: "kanal", published: "green", expired: "gray" } as const;

/** How things stand with a text, and when that changes by itself. */
export function StateLine({ text }: { text: ArticleText }) {
  const { t, language } = useWords();
  const now = useNow();
  const when = (at: string) => aheadInWords(at, now, language);
  return (
    <>
      <Badge color={colors[text.state]}>{t(`knowledge.state.${text.state}`)}</Badge>
      {text.hasDraft && text.state !== "draft" && <Badge color="gray">{t("knowledge.hasDraft")}</Badge>}
      {text.stale && (
        <Badge bg="var(--warn-soft)" c="var(--warn)">
          {t("knowledge.stale")}
        </Badge>
      )}
      {text.publishAt && (
        <Text size="xs" c="dimmed">
          {t("knowledge.willBe", { time: when(text.publishAt) })}
        </Text>
      )}
      {text.expiresAt && text.state !== "expired" && (
        <Text size="xs" c="dimmed">
          {t("knowledge.ends", { time: when(text.expiresAt) })}
        </Text>
      )}
    </>
  );
}

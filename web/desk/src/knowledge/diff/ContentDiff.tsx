import type { ArticleContent } from "@kanal/api";
import { Stack, Text } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { partsOf } from "../article/content";
import { WordDiff } from "./WordDiff";
import { isChanged, wordDiff } from "./words";

interface Props {
  before: ArticleContent | undefined;
  after: ArticleContent;
}

/** What was changed between two contents, piece by piece; pieces that are the same are left out. */
export function ContentDiff({ before, after }: Props) {
  const { t } = useWords();
  const old = before ? partsOf(before) : [];
  const now = partsOf(after);
  const all = [...now, ...old.filter(({ key }) => now.every((part) => part.key !== key))];
  const changed = all
    .map((part) => ({
      ...part,
      diff: wordDiff(
        old.find(({ key }) => key === part.key)?.text ?? "",
        now.find(({ key }) => key === part.key)?.text ?? "",
      ),
    }))
    .filter(({ diff }) => isChanged(diff));
  if (changed.length === 0) return <Text c="dimmed">{t("knowledge.diff.same")}</Text>;
  return (
    <Stack gap="md">
      {changed.map(({ key, label, number, diff }) => (
        <div key={key}>
          <Text size="xs" fw={600} c="dimmed">
            {t(label)} {number}
          </Text>
          <WordDiff parts={diff} />
        </div>
      ))}
    </Stack>
  );
}

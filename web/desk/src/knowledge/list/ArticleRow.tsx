import type { ArticleSummary } from "@kanal/api";
import { Badge, Box, Group, Text } from "@mantine/core";
import { Link } from "react-router";
import { Ago } from "../../parts/Ago";
import { useWords } from "../../words/useWords";
import { kindIcons } from "../kinds";
import classes from "./ArticlesPage.module.css";
import { Marked } from "./Marked";
import { TextBadge } from "./TextBadge";

interface Props {
  article: ArticleSummary;
  at: number;
  /** The list's own address, to be found again on the way back. */
  search: string;
}

export function ArticleRow({ article, at, search }: Props) {
  const { t } = useWords();
  const Icon = kindIcons[article.kind];
  const last = article.texts.reduce((a, b) => (b.changedAt > a.changedAt ? b : a));
  return (
    <Link
      className={classes.row}
      to={`/knowledge/articles/${article.id}?language=${article.language}`}
      state={{ list: search }}
      data-at={at}
    >
      <Box miw={0}>
        <span className={classes.title}>
          <Icon
            size={18}
            aria-label={t(`knowledge.kind.${article.kind}`)}
            role="img"
            style={{ flex: "none" }}
          />
          <Text span fw={600} truncate lang={article.language}>
            {article.title}
          </Text>
          {article.audience !== "everyone" && article.kind !== "shortAnswer" && (
            <Badge color="gray" flex="none">
              {t(`knowledge.audience.${article.audience}`)}
            </Badge>
          )}
          {article.shortcut && (
            <Text span size="xs" c="dimmed" ff="monospace">
              /{article.shortcut}
            </Text>
          )}
        </span>
        {article.excerpt && (
          <Text size="xs" c="dimmed" truncate className={classes.excerpt} lang={article.language}>
            <Marked {...article.excerpt} />
          </Text>
        )}
      </Box>
      <Group gap={4}>
        {article.texts.map((text) => (
          <TextBadge key={text.language} text={text} />
        ))}
      </Group>
      <Box miw={0}>
        <Text size="xs" truncate>
          {last.changedBy}
        </Text>
        <Ago at={article.changedAt} />
      </Box>
    </Link>
  );
}

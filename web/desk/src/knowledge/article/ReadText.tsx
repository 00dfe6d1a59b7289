import type { Article, ArticleText } from "@kanal/api";
import { Text } from "@mantine/core";
import { useWords } from "../../words/useWords";
import classes from "./ArticlePage.module.css";
import { contentOf, whole } from "./content";
import { Rendered } from "./Rendered";

/** For those who read: what is published, or else what is being written. */
export function ReadText({ article, text }: { article: Article; text: ArticleText }) {
  const { t } = useWords();
  const content = text.published ? whole(text.published.content) : contentOf(text);
  return (
    <div className={classes.read}>
      {!text.published && (
        <Text c="dimmed" mb="md">
          {t("knowledge.notPublished")}
        </Text>
      )}
      <Rendered kind={article.kind} content={content} lang={text.language} />
    </div>
  );
}

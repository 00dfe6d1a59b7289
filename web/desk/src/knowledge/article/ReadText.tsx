import type { Article, ArticleText } from "@kanal/api";
import { Box, Text } from "@mantine/core";
import { useState } from "react";
import { useWords } from "../../words/useWords";
import { InChannels } from "../channels/InChannels";
import classes from "./ArticlePage.module.css";
import { contentOf, whole } from "./content";
import { Rendered } from "./Rendered";
import { ViewChoice } from "./ViewChoice";
import type { View } from "./views";

/** For those who read: what is published, or else what is being written. */
export function ReadText({ article, text }: { article: Article; text: ArticleText }) {
  const { t } = useWords();
  const [view, setView] = useState<View>("preview");
  const content = text.published ? whole(text.published.content) : contentOf(text);
  return (
    <div className={classes.read}>
      {!text.published && (
        <Text c="dimmed" mb="md">
          {t("knowledge.notPublished")}
        </Text>
      )}
      {text.published && (
        <Box maw={360} mb="md">
          <ViewChoice views={["preview", "channels"]} view={view} onChange={setView} />
        </Box>
      )}
      {view === "channels" ? (
        <InChannels article={article.id} language={text.language} />
      ) : (
        <Rendered kind={article.kind} content={content} lang={text.language} />
      )}
    </div>
  );
}

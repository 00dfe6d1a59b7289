import type { Article, ArticleText } from "@kanal/api";
import { Box, Text } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { InChannels } from "../channels/InChannels";
import { TryOut } from "../form/TryOut";
import classes from "./ArticlePage.module.css";
import { contentOf } from "./content";
import { OriginalSince } from "./OriginalSince";
import { Rendered } from "./Rendered";
import type { TextInHand } from "./useText";
import { ViewChoice } from "./ViewChoice";
import type { View } from "./views";

interface Props {
  article: Article;
  text: ArticleText;
  inHand: TextInHand;
  views: View[];
  view: View;
  onChange: (view: View) => void;
}

/** What stands beside the text: the original, what changed in it, how visitors will see it. */
export function Side({ article, text, inHand, views, view, onChange }: Props) {
  const { t } = useWords();
  const original = article.texts.find(({ language }) => language === article.original);
  const beside = views.filter((each) => each !== "write");
  return (
    <section className={classes.side} aria-label={t(`knowledge.view.${view}`)}>
      {beside.length > 1 && (
        <Box mb="md" visibleFrom="sm">
          <ViewChoice views={beside} view={view} onChange={onChange} />
        </Box>
      )}
      {shown()}
    </section>
  );

  function shown() {
    if (view === "original" && original)
      return <Rendered kind={article.kind} content={contentOf(original)} lang={original.language} />;
    if (view === "since" && original)
      return <OriginalSince article={article} text={text} original={original} inHand={inHand} />;
    if (view === "channels") return <InChannels article={article.id} language={text.language} />;
    if (view === "tryOut")
      return (
        <TryOut fields={inHand.content.fields} thanks={inHand.content.thanks ?? ""} lang={text.language} />
      );
    return (
      <>
        <Text size="xs" c="dimmed" mb="sm">
          {t(article.kind === "shortAnswer" ? "knowledge.preview.answer" : "knowledge.preview.help")}
        </Text>
        <Rendered kind={article.kind} content={inHand.content} lang={text.language} />
      </>
    );
  }
}

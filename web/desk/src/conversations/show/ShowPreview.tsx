import { useQuery } from "@tanstack/react-query";
import { whole } from "../../knowledge/article/content";
import { Rendered } from "../../knowledge/article/Rendered";
import { articleQuery } from "../../knowledge/knowledgeQueries";
import { Failed } from "../../parts/Failed";
import { LoadingRows } from "../../parts/LoadingRows";
import classes from "./Show.module.css";

/** What the visitor will see: the version that is published. */
export function ShowPreview({ article, language }: { article: string; language: string }) {
  const found = useQuery(articleQuery(article));
  if (found.isPending) return <LoadingRows />;
  const text = found.data?.texts.find((each) => each.language === language)?.published;
  if (!found.data || !text) return <Failed error={found.error} onRetry={() => found.refetch()} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className={classes.preview} tabIndex={0}>
      <Rendered kind={found.data.kind} content={whole(text.content)} lang={language} />
    </div>
  );
}

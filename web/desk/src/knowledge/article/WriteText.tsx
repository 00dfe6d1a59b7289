import type { Article, ArticleText } from "@kanal/api";
import type { ReactNode } from "react";
import { useState } from "react";
import { ArticleHead } from "./ArticleHead";
import classes from "./ArticlePage.module.css";
import { Conflict } from "./Conflict";
import { Doing } from "./Doing";
import { SaveLine } from "./SaveLine";
import { Side } from "./Side";
import { useText } from "./useText";
import { ViewChoice } from "./ViewChoice";
import { usefulViews, type View } from "./views";
import { Writing } from "./Writing";

interface Props {
  article: Article;
  text: ArticleText;
  tabs: ReactNode;
}

export function WriteText({ article, text, tabs }: Props) {
  const inHand = useText(article, text);
  const views = usefulViews(article, text);
  const [chosen, setView] = useState<View>("write");
  const view = views.includes(chosen) ? chosen : "write";
  const beside = view === "write" ? (views[1] ?? "preview") : view;
  return (
    <>
      <ArticleHead article={article} text={text} title={inHand.content.title}>
        <SaveLine state={inHand.state} />
        <Doing article={article} text={text} inHand={inHand} />
      </ArticleHead>
      {tabs}
      {inHand.state.kind === "conflict" && <Conflict article={article} text={text} inHand={inHand} />}
      <div className={classes.onlyNarrow}>
        <ViewChoice views={views} view={view} onChange={setView} />
      </div>
      <div className={classes.columns} data-view={view}>
        <div className={classes.write}>
          <Writing article={article} text={text} inHand={inHand} />
        </div>
        <Side article={article} text={text} inHand={inHand} views={views} view={beside} onChange={setView} />
      </div>
    </>
  );
}

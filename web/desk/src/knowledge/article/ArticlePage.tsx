import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { Loaded } from "../../parts/Loaded";
import { useWords } from "../../words/useWords";
import { articleQuery } from "../knowledgeQueries";
import { useMayWrite } from "../useMayWrite";
import { ArticleHead } from "./ArticleHead";
import classes from "./ArticlePage.module.css";
import { LanguageTabs } from "./LanguageTabs";
import { ReadText } from "./ReadText";
import { WriteText } from "./WriteText";

export function ArticlePage({ id }: { id: string }) {
  const { t } = useWords();
  const mayWrite = useMayWrite();
  const [params] = useSearchParams();
  const article = useQuery(articleQuery(id));
  return (
    <article className={classes.page} aria-label={t("knowledge.article")}>
      <Loaded query={article}>
        {(found) => {
          const text =
            found.texts.find(({ language }) => language === params.get("language")) ?? found.texts[0];
          if (!text) return null;
          const tabs = <LanguageTabs article={found} current={text.language} />;
          return mayWrite ? (
            <WriteText key={text.language} article={found} text={text} tabs={tabs} />
          ) : (
            <>
              <ArticleHead article={found} text={text} title={text.title} />
              {tabs}
              <ReadText article={found} text={text} />
            </>
          );
        }}
      </Loaded>
    </article>
  );
}

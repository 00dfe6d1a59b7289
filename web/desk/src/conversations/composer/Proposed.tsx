import type { FoundArticle } from "@kanal/api";
import { UnstyledButton } from "@mantine/core";
import { useWords } from "../../words/useWords";
import classes from "./Composer.module.css";

interface Props {
  articles: FoundArticle[];
  onChoose: (article: FoundArticle) => void;
}

/** A quiet row above the field: what may answer the customer's last words. */
export function Proposed({ articles, onChoose }: Props) {
  const { t } = useWords();
  if (articles.length === 0) return null;
  return (
    <ul className={classes.proposed} aria-label={t("composer.proposed")}>
      {articles.map((article) => (
        <li key={article.id}>
          <UnstyledButton
            className={classes.proposal}
            title={article.excerpt.text}
            onClick={() => onChoose(article)}
          >
            {article.title}
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}

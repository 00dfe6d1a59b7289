import { useQuery } from "@tanstack/react-query";
import { sitesQuery } from "../../server/queries";
import { useWords } from "../../words/useWords";
import { sectionsQuery } from "../knowledgeQueries";
import { useMayWrite } from "../useMayWrite";
import { ArticleFilters } from "./ArticleFilters";
import { ArticleRows } from "./ArticleRows";
import classes from "./ArticlesPage.module.css";
import { NewArticle } from "./NewArticle";
import { SectionTree } from "./SectionTree";
import { useFilters } from "./useFilters";

export function ArticlesPage() {
  const { t } = useWords();
  const sites = useQuery(sitesQuery).data ?? [];
  const sections = useQuery(sectionsQuery).data ?? [];
  const { filter } = useFilters();
  const mayWrite = useMayWrite();
  const shown = sections.filter((section) => !filter.site || section.site === filter.site);
  return (
    <div className={classes.page}>
      <nav className={classes.tree} aria-label={t("knowledge.page.sections")}>
        <SectionTree sections={shown} sites={sites} />
      </nav>
      <section className={classes.list} aria-label={t("knowledge.page.articles")}>
        <ArticleFilters sections={shown} sites={sites} />
        <ArticleRows />
      </section>
      {mayWrite && <NewArticle sites={sites} sections={sections} />}
    </div>
  );
}

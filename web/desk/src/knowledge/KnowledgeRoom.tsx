import { Navigate, useParams } from "react-router";
import { EmptyPage } from "../parts/EmptyPage";
import { PageLink } from "../parts/PageLink";
import { useWords } from "../words/useWords";
import { ArticlePage } from "./article/ArticlePage";
import { ImportPage } from "./imports/ImportPage";
import { ImportsPage } from "./imports/ImportsPage";
import classes from "./KnowledgeRoom.module.css";
import { ArticlesPage } from "./list/ArticlesPage";
import { OverlapsPage } from "./reports/OverlapsPage";
import { SoughtPage } from "./reports/SoughtPage";
import { ReviewPage } from "./review/ReviewPage";
import { SectionsPage } from "./sections/SectionsPage";
import { SynonymsPage } from "./synonyms/SynonymsPage";
import { UpkeepPage } from "./upkeep/UpkeepPage";
import { useMayWrite } from "./useMayWrite";

const pages = [
  { page: "articles", forWriters: false },
  { page: "sought", forWriters: true },
  { page: "upkeep", forWriters: true },
  { page: "review", forWriters: true },
  { page: "overlaps", forWriters: true },
  { page: "sections", forWriters: true },
  { page: "synonyms", forWriters: true },
  { page: "imports", forWriters: true },
] as const;

export function KnowledgeRoom() {
  const { t } = useWords();
  const { page, id } = useParams();
  const mayWrite = useMayWrite();
  const allowed = pages.filter(({ forWriters }) => mayWrite || !forWriters);
  if (!page) return <Navigate to="/knowledge/articles" replace />;
  if (page === "articles" && id) return <ArticlePage key={id} id={id} />;
  return (
    <div className={classes.room}>
      {allowed.length > 1 && (
        <nav className={classes.pages} aria-label={t("room.knowledge")}>
          {allowed.map((each) => (
            <PageLink key={each.page} to={`/knowledge/${each.page}`}>
              {t(`knowledge.page.${each.page}`)}
            </PageLink>
          ))}
        </nav>
      )}
      <div className={classes.page}>{shown()}</div>
    </div>
  );

  function shown() {
    switch (allowed.find((each) => each.page === page)?.page) {
      case "articles":
        return <ArticlesPage />;
      case "sought":
        return <SoughtPage />;
      case "review":
        return <ReviewPage />;
      case "upkeep":
        return <UpkeepPage />;
      case "overlaps":
        return <OverlapsPage />;
      case "synonyms":
        return <SynonymsPage />;
      case "imports":
        return id ? <ImportPage key={id} id={id} /> : <ImportsPage />;
      case "sections":
        return <SectionsPage />;
      default:
        return (
          <EmptyPage icon="?" title={t("knowledge.gone.title")}>
            {t("knowledge.gone")}
          </EmptyPage>
        );
    }
  }
}

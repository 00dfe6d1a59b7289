import { PageHead } from "../../parts/PageHead";
import { useWords } from "../../words/useWords";
import classes from "../KnowledgeRoom.module.css";
import { BringIn } from "./BringIn";
import { EarlierImports } from "./EarlierImports";
import { TakeOut } from "./TakeOut";

export function ImportsPage() {
  const { t } = useWords();
  return (
    <div className={classes.scrolled}>
      <PageHead title={t("knowledge.page.imports")}>{t("imports.intro")}</PageHead>
      <BringIn />
      <TakeOut />
      <EarlierImports />
    </div>
  );
}

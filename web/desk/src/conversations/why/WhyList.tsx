import type { WhyChosen } from "@kanal/api";
import { useWords } from "../../words/useWords";
import { passedSentence } from "./passedSentence";
import classes from "./Why.module.css";

/** Everybody who was considered and not chosen, each with the first reason; who came closest stands first. */
export function WhyList({ why }: { why: WhyChosen }) {
  const { t, language } = useWords();
  return (
    <>
      <ul className={classes.passed}>
        {why.passed?.map((passed) => (
          <li key={passed.agent.id}>
            <strong>{passed.agent.name ?? t("event.someone")}</strong>{" "}
            <span>{passedSentence(passed, t, language)}</span>
          </li>
        ))}
      </ul>
      {(why.more ?? 0) > 0 && <p className={classes.more}>{t("why.more", { count: why.more ?? 0 })}</p>}
    </>
  );
}

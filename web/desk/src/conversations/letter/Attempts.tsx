import { Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Ago } from "../../parts/Ago";
import { problemText } from "../../parts/problemText";
import { useWords } from "../../words/useWords";
import classes from "./Letter.module.css";
import { attemptsQuery } from "./letterQueries";

interface Props {
  conversation: string;
  letter: string;
  /** Grows with each change of the letter's standing, so that the list is fetched anew. */
  standing: string;
}

/** Each time that a letter of ours was tried, oldest first, with what came of it. */
export function Attempts({ conversation, letter, standing }: Props) {
  const { t } = useWords();
  const attempts = useQuery(attemptsQuery(conversation, letter, standing));
  if (attempts.isError) return <p className={classes.detail}>{problemText(attempts.error, t)}</p>;
  if (!attempts.data) return <Loader size="xs" aria-label={t("loading")} />;
  if (attempts.data.length === 0) return <p className={classes.detail}>{t("delivery.attempts.none")}</p>;
  return (
    <ol className={classes.attempts} aria-label={t("delivery.attempts")}>
      {attempts.data.map(({ at, outcome, detail }) => (
        <li key={at}>
          <Ago at={at} inherit />
          <span>
            {outcome
              ? t(`delivery.attempt.${outcome as "sent" | "waiting" | "failed" | "uncertain"}`)
              : t("delivery.attempt.open")}
          </span>
          {detail && <q className={classes.detail}>{detail}</q>}
        </li>
      ))}
    </ol>
  );
}

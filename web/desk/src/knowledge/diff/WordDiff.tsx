import { VisuallyHidden } from "@mantine/core";
import { useWords } from "../../words/useWords";
import classes from "./WordDiff.module.css";
import type { DiffPart } from "./words";

/** Added words are underlined, removed ones struck through: colour alone would not say it. */
export function WordDiff({ parts }: { parts: DiffPart[] }) {
  const { t } = useWords();
  return (
    <div className={classes.text}>
      {parts.map(({ kind, text }, at) =>
        kind === "same" ? (
          text
        ) : kind === "added" ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never move
          <ins key={at} className={classes.added}>
            <VisuallyHidden>{t("knowledge.diff.added")} </VisuallyHidden>
            {text}
          </ins>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never move
          <del key={at} className={classes.removed}>
            <VisuallyHidden>{t("knowledge.diff.removed")} </VisuallyHidden>
            {text}
          </del>
        ),
      )}
    </div>
  );
}

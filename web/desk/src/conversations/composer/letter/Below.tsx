import { useWords } from "../../../words/useWords";
import { Folded } from "../../letter/Folded";
import classes from "./LetterFields.module.css";
import type { LetterWriting } from "./useLetter";

/** What is sent below the text without being written: the signature, and what is answered. */
export function Below({ writing: { filled, draft } }: { writing: LetterWriting }) {
  const { t } = useWords();
  return (
    <>
      {filled?.signature && (
        <div className={classes.signature} role="note" aria-label={t("letter.signature")}>
          {filled.signature}
        </div>
      )}
      {filled?.quoted && !draft.forwards && <Folded label={t("letter.quoted")} text={filled.quoted} />}
    </>
  );
}

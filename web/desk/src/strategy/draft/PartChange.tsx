import { Text } from "@mantine/core";
import { useWords } from "../../words/useWords";
import type { Part } from "../definition/changes";
import type { Definition } from "../definition/definition";
import { partSentence } from "../sentences/partSentence";
import { useSpeech } from "../sentences/useSpeech";
import classes from "./DraftBar.module.css";

/** A part of a strategy other than its rules, before and after. */
export function PartChange({ part, before, after }: { part: Part; before: Definition; after: Definition }) {
  const { t } = useWords();
  const speech = useSpeech();
  return (
    <div className={classes.pair}>
      <Text className={classes.side}>{partSentence(part, before, speech) || t("strategy.part.nothing")}</Text>
      <Text className={classes.side} data-side="after">
        {partSentence(part, after, speech) || t("strategy.part.nothing")}
      </Text>
    </div>
  );
}

import { IconCheck, IconX } from "@tabler/icons-react";
import { useWords } from "../../words/useWords";
import { conditionAt } from "../definition/conditionAt";
import type { Condition, Definition } from "../definition/definition";
import { testSentence } from "../sentences/conditionSentence";
import type { Speech } from "../sentences/speech";
import { useSpeech } from "../sentences/useSpeech";
import { factName, valueInWords } from "../sentences/values";
import classes from "./TryPage.module.css";
import type { TestTried } from "./tried";

/** Each test of a rule with what is known: "basket value above 5,000: it is 7,200". */
export function TestsHeld({ tests, definition }: { tests: TestTried[]; definition: Definition }) {
  const { t } = useWords();
  const speech = useSpeech();
  if (tests.length === 0) return null;
  return (
    <ul className={classes.tests}>
      {tests.map((test, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a group may be asked twice in one rule
        <li key={at}>
          {test.holds ? (
            <IconCheck size={14} color="var(--good)" aria-label={t("strategy.why.holds")} />
          ) : (
            <IconX size={14} color="var(--bad)" aria-label={t("strategy.why.holdsNot")} />
          )}
          {said(test, conditionAt(definition, test.place), speech)}
        </li>
      ))}
    </ul>
  );
}

function said(test: TestTried, condition: Condition | undefined, speech: Speech): string {
  const { t, facts } = speech;
  const asked = condition?.fact ? testSentence(condition, speech) : factName(test.fact, speech);
  return test.value == null
    ? t("strategy.why.test.unknown", { asked })
    : t("strategy.why.test", { asked, value: valueInWords(facts.get(test.fact), test.value, speech) });
}

import { Badge, Group, Text } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { changesOf } from "../definition/changes";
import type { Definition, Rule } from "../definition/definition";
import { whatSentence, whoSentence } from "../sentences/ruleSentence";
import { useSpeech } from "../sentences/useSpeech";
import classes from "./DraftBar.module.css";
import { PartChange } from "./PartChange";

/** What differs between two strategies, rule by rule as they are read. */
export function ChangeList({ before, after }: { before: Definition; after: Definition }) {
  const { t } = useWords();
  const speech = useSpeech();
  const { added, changed, removed, moved, parts } = changesOf(before, after);
  const read = (rule: Rule, of: Definition) =>
    `${whoSentence(rule, rule.id === of.rules.at(-1)?.id, speech)}: ${whatSentence(rule, speech)}.`;
  return (
    <ul className={classes.changes}>
      {added.map((rule) => (
        <li key={rule.id}>
          <Head word={t("strategy.change.added")} name={rule.name} color="kanal" />
          <Text className={classes.side} data-side="after">
            {read(rule, after)}
          </Text>
        </li>
      ))}
      {changed.map((rule) => (
        <li key={rule.after.id}>
          <Head word={t("strategy.change.changed")} name={rule.after.name} color="gray" />
          <div className={classes.pair}>
            <Text className={classes.side}>{read(rule.before, before)}</Text>
            <Text className={classes.side} data-side="after">
              {read(rule.after, after)}
            </Text>
          </div>
        </li>
      ))}
      {removed.map((rule) => (
        <li key={rule.id}>
          <Head word={t("strategy.change.removed")} name={rule.name} color="red" />
          <Text className={classes.side}>{read(rule, before)}</Text>
        </li>
      ))}
      {moved && (
        <li>
          <Text>{t("strategy.change.moved")}</Text>
        </li>
      )}
      {parts.map((part) => (
        <li key={part}>
          <Head word={t("strategy.change.changed")} name={t(`strategy.part.${part}`)} color="gray" />
          <PartChange part={part} before={before} after={after} />
        </li>
      ))}
    </ul>
  );
}

function Head({ word, name, color }: { word: string; name: string; color: string }) {
  return (
    <Group gap="sm" mb={4}>
      <Badge color={color}>{word}</Badge>
      <Text fw={600}>{name}</Text>
    </Group>
  );
}

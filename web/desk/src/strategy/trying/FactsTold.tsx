import { ActionIcon, Group, Text } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useWords } from "../../words/useWords";
import { blankValue } from "../conditions/tests";
import type { FactSet } from "../definition/example";
import { useStrategy } from "../draft/StrategyContext";
import { Card } from "../parts/Card";
import { FactSelect } from "../parts/FactSelect";
import { capital } from "../sentences/speech";
import { useSpeech } from "../sentences/useSpeech";
import { factName } from "../sentences/values";
import { FactField } from "./FactField";
import classes from "./TryPage.module.css";
import type { Tried } from "./tried";

interface Props {
  facts: FactSet;
  onChange: (facts: FactSet) => void;
  tried: Tried | undefined;
}

/** What is known of the visitor: chosen from the catalogue, one after the other. */
export function FactsTold({ facts: told, onChange, tried }: Props) {
  const { t, language } = useWords();
  const { facts } = useStrategy();
  const speech = useSpeech();
  const without = (key: string) => Object.fromEntries(Object.entries(told).filter(([each]) => each !== key));
  const fault = (key: string) =>
    tried?.faults.find(({ place }) => place === `facts.${key}` || place.startsWith(`facts.${key}[`));
  return (
    <Card title={t("strategy.try.facts")}>
      {Object.keys(told).length === 0 && <Text c="dimmed">{t("strategy.try.facts.none")}</Text>}
      <ul className={classes.facts}>
        {Object.entries(told).map(([key, value]) => {
          const fact = facts.get(key);
          const name = capital(factName(key, speech), language);
          return (
            <li key={key}>
              <Text size="sm" fw={500}>
                {name}
              </Text>
              <div className={classes.fact}>
                {fact && (
                  <FactField
                    fact={fact}
                    label={name}
                    value={value}
                    onChange={(next) => onChange({ ...told, [key]: next })}
                  />
                )}
                <ActionIcon
                  ml="auto"
                  aria-label={t("delete.named", { name })}
                  onClick={() => onChange(without(key))}
                >
                  <IconX size={16} />
                </ActionIcon>
              </div>
              {(!fact || fault(key)) && (
                <Text size="xs" c="var(--bad)">
                  {t("strategy.try.fault")}
                </Text>
              )}
              {tried?.notUsed.includes(key) && (
                <Text size="xs" c="var(--warn)">
                  {t("strategy.try.notUsed")}
                </Text>
              )}
            </li>
          );
        })}
      </ul>
      <Group>
        <FactSelect
          key={Object.keys(told).length}
          value={null}
          placeholder={t("strategy.try.facts.add")}
          without={Object.keys(told)}
          onChange={(key) => {
            const fact = facts.get(key);
            if (fact) onChange({ ...told, [key]: firstValue(fact) });
          }}
        />
      </Group>
    </Card>
  );
}

/** Several texts are told as a list; a time of day as minutes. */
function firstValue(fact: Parameters<typeof blankValue>[0]) {
  if (fact.unit === "timeOfDay") return 720;
  return blankValue(fact, fact.kind === "texts" ? "hasAllOf" : "is");
}

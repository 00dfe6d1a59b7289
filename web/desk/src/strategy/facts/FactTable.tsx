import { Code, Group, Switch, Table, Text, TextInput, Title } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useWords } from "../../words/useWords";
import { useStrategy } from "../draft/StrategyContext";
import { capital } from "../sentences/speech";
import { useSpeech } from "../sentences/useSpeech";
import { factName } from "../sentences/values";
import type { Settings } from "../types";
import { kindWords } from "./kindWords";

interface Props {
  settings: Settings;
  onChange: (switchedOff: string[]) => void;
}

const rank = { none: 0, journey: 1, personal: 2 };

/** The catalogue: every fact with what it is, who says it and what knowing it takes; each can be switched off. */
export function FactTable({ settings, onChange }: Props) {
  const { t, language } = useWords();
  const { facts, mayEdit } = useStrategy();
  const speech = useSpeech();
  const [words, setWords] = useState("");
  const sought = words.toLocaleLowerCase(language);
  const shown = [...facts.values()].filter((fact) =>
    `${factName(fact.key, speech)} ${fact.key}`.toLocaleLowerCase(language).includes(sought),
  );
  return (
    <section aria-label={t("strategy.facts.all")}>
      <Group justify="space-between" mb="sm">
        <Title order={2}>{t("strategy.facts.all")}</Title>
        <TextInput
          aria-label={t("strategy.facts.find")}
          placeholder={t("strategy.facts.find")}
          leftSection={<IconSearch size={16} />}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </Group>
      <Table.ScrollContainer minWidth={720}>
        <Table bg="var(--surface)" withTableBorder verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("strategy.facts.fact")}</Table.Th>
              <Table.Th>{t("strategy.facts.kind")}</Table.Th>
              <Table.Th>{t("strategy.facts.source")}</Table.Th>
              <Table.Th>{t("strategy.facts.privacy")}</Table.Th>
              <Table.Th>{t("strategy.facts.used")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((fact) => {
              const name = capital(factName(fact.key, speech), language);
              const unconsented = rank[fact.privacy] > rank[settings.consent];
              const off = settings.switchedOff.includes(fact.key);
              return (
                <Table.Tr key={fact.key}>
                  <Table.Td>
                    <Text fw={600}>{name}</Text>
                    <Code>{fact.key}</Code>
                  </Table.Td>
                  <Table.Td>{kindWords(fact, speech)}</Table.Td>
                  <Table.Td>{t(`strategy.source.${fact.own ? "own" : fact.source}`)}</Table.Td>
                  <Table.Td>{t(`strategy.privacy.${fact.privacy}`)}</Table.Td>
                  <Table.Td>
                    <Switch
                      aria-label={t("strategy.facts.use", { fact: name })}
                      checked={!off && !unconsented}
                      disabled={!mayEdit || unconsented}
                      onChange={(event) =>
                        onChange(
                          event.currentTarget.checked
                            ? settings.switchedOff.filter((key) => key !== fact.key)
                            : [...settings.switchedOff, fact.key],
                        )
                      }
                    />
                    {unconsented && (
                      <Text size="xs" c="dimmed">
                        {t("strategy.facts.noConsent")}
                      </Text>
                    )}
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {shown.length === 0 && <Text c="dimmed">{t("strategy.facts.noneFound", { words })}</Text>}
    </section>
  );
}

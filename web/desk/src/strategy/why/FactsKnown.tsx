import { Table, Text } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { capital } from "../sentences/speech";
import { useSpeech } from "../sentences/useSpeech";
import { factName, valueInWords } from "../sentences/values";
import type { KeptDecision } from "./decisions";

/** All that was known of the visitor at that moment. */
export function FactsKnown({ facts }: { facts: KeptDecision["record"]["facts"] }) {
  const { t, language } = useWords();
  const speech = useSpeech();
  const known = Object.entries(facts);
  if (known.length === 0) return <Text c="dimmed">{t("strategy.why.facts.none")}</Text>;
  return (
    <Table withRowBorders verticalSpacing={4} aria-label={t("strategy.why.facts")}>
      <Table.Tbody>
        {known.map(([key, value]) => (
          <Table.Tr key={key}>
            <Table.Th scope="row" fw={400} c="dimmed">
              {capital(factName(key, speech), language)}
            </Table.Th>
            <Table.Td style={{ overflowWrap: "anywhere" }}>
              {valueInWords(speech.facts.get(key), value, speech)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

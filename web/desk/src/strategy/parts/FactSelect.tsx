import { Select } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { useStrategy } from "../draft/StrategyContext";
import { capital } from "../sentences/speech";
import { useSpeech } from "../sentences/useSpeech";
import { factName } from "../sentences/values";

interface Props {
  value: string | null;
  onChange: (key: string) => void;
  /** Those that are chosen elsewhere already. */
  without?: string[];
  placeholder?: string;
}

const sources = ["page", "visit", "identity", "centre"] as const;

/** A fact of the catalogue, found by its name. */
export function FactSelect({ value, onChange, without = [], placeholder }: Props) {
  const { t, language } = useWords();
  const speech = useSpeech();
  const { facts } = useStrategy();
  const all = [...facts.values()].filter(({ key }) => !without.includes(key));
  const named = (key: string) => ({ value: key, label: capital(factName(key, speech), language) });
  const data = [
    ...sources.map((source) => ({
      group: t(`strategy.source.${source}`),
      items: all.filter((fact) => fact.source === source && !fact.own).map(({ key }) => named(key)),
    })),
    { group: t("strategy.source.own"), items: all.filter(({ own }) => own).map(({ key }) => named(key)) },
    { group: t("strategy.source.gone"), items: value && !facts.has(value) ? [named(value)] : [] },
  ].filter(({ items }) => items.length > 0);
  return (
    <Select
      style={{ flex: "1 1 200px" }}
      aria-label={t("strategy.condition.fact")}
      placeholder={placeholder}
      searchable
      allowDeselect={false}
      nothingFoundMessage={t("strategy.condition.noFact")}
      comboboxProps={{ withinPortal: true, width: 300, position: "bottom-start" }}
      data={data}
      value={value}
      onChange={(key) => key && onChange(key)}
    />
  );
}

import { useQuery } from "@tanstack/react-query";
import { useWords } from "../../words/useWords";
import { useStrategy } from "../draft/StrategyContext";
import { versionsQuery } from "../strategyQueries";
import { draftChoice } from "./wished";

/** What can stand against what: every version, the built-in strategy, and the draft. */
export function useChoices() {
  const { t } = useWords();
  const { site, strategy, draft } = useStrategy();
  const live = strategy.live.number;
  const query = useQuery(versionsQuery(site.id));
  const numbers = [...new Set([live, ...(query.data ?? []).map(({ number }) => number), 0])];
  const named = (number: number) =>
    number === 0 ? t("strategy.live.builtIn") : t("strategy.version", { number });
  const versions = numbers.map((number) => ({
    value: String(number),
    label: number === live ? t("strategy.run.isLive", { name: named(number) }) : named(number),
  }));
  const drafts = draft.exists ? [{ value: draftChoice, label: t("strategy.try.draft") }] : [];
  return { loaded: !query.isPending, live, numbers, ones: versions, others: [...drafts, ...versions] };
}

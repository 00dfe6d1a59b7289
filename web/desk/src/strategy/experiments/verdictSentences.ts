import type { ExperimentResult } from "@kanal/api";
import type { Translate } from "../../words/words";
import { percent } from "../sentences/lengths";

/** What may be said of an experiment, the verdict first. */
export function verdictSentences(
  reading: ExperimentResult,
  alpha: number,
  t: Translate,
  language: string,
): string[] {
  const { verdict, p, shares, net, weeksToGo } = reading;
  // Of the net something can be said, or its difference would not be there.
  const ofOrders = verdict === "tooEarly" && net.difference != null;
  return [
    t(ofOrders ? "strategy.verdict.tooEarlyOfOrders" : `strategy.verdict.${verdict}`),
    weeksToGo != null ? t("strategy.verdict.weeks", { count: weeksToGo }) : "",
    p != null && verdict !== "noEvidence" && verdict !== "shareMismatch"
      ? t("strategy.verdict.p", { p: small(p, language), alpha: percent(alpha, language) })
      : "",
    shares?.p != null
      ? t(shares.mismatch ? "strategy.verdict.shares.bad" : "strategy.verdict.shares.good", {
          p: small(shares.p, language),
        })
      : "",
  ].filter(Boolean);
}

/** A probability with the digits that matter: 0.034, and below 0.001 only that. */
export function small(p: number, language: string): string {
  const format = (value: number) =>
    new Intl.NumberFormat(language, { maximumSignificantDigits: 2 }).format(value);
  return p < 0.001 ? `< ${format(0.001)}` : format(p);
}

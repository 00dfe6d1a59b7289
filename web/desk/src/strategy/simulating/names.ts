import type { StrategyRun, TriedStrategy } from "@kanal/api";
import { spanText } from "../../planning/dates";
import type { Translate } from "../../words/words";
import { small } from "../sentences/speech";

/** Which strategy it was: a version has its number, a draft has none. */
export const triedName = ({ version }: TriedStrategy, t: Translate) =>
  version == null
    ? t("strategy.try.draft")
    : version === 0
      ? t("strategy.live.builtIn")
      : t("strategy.version", { number: version });

export const runName = ({ one, other }: StrategyRun, t: Translate, language: string) =>
  t("strategy.run.against", { other: triedName(other, t), one: small(triedName(one, t), language) });

export const runDays = ({ from, days }: StrategyRun, language: string) => spanText(from, days, language);

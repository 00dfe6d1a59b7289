import type { Translate } from "../../words/words";
import type { Economy } from "../definition/definition";
import { channelName } from "../sentences/channels";
import { amount, percent } from "../sentences/lengths";
import { listed, small } from "../sentences/speech";

/** The economy as one reads it, without what nobody has named. */
export function worthSentences(economy: Economy, t: Translate, language: string): string[] {
  const each = (entries: Record<string, number> | undefined, name: (key: string) => string) =>
    listed(
      Object.entries(entries ?? {}).map(([key, value]) => `${name(key)} ${amount(value, language)}`),
      language,
    );
  const topics = each(economy.topics, (topic) => topic);
  const costs = each(economy.costs, (channel) => small(channelName(channel, t), language));
  return [
    t("strategy.worth.said.basket", {
      margin: percent(economy.marginShare ?? 0, language),
      uplift: percent(economy.uplift ?? 0, language, 2),
    }),
    economy.solvedValue == null
      ? t("strategy.worth.said.noSolved")
      : t("strategy.worth.said.solved", { value: amount(economy.solvedValue, language) }),
    topics && t("strategy.worth.said.topics", { topics }),
    costs && t("strategy.worth.said.costs", { costs }),
    economy.waitCostPerMinute
      ? t("strategy.worth.said.wait", { value: amount(economy.waitCostPerMinute, language) })
      : "",
  ].filter(Boolean);
}

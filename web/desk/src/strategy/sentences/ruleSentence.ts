import type { Rule } from "../definition/definition";
import { channelName, channelsInWords } from "./channels";
import { conditionSentence } from "./conditionSentence";
import { exactLength } from "./lengths";
import { capital, listed, type Speech, small } from "./speech";
import { choiceName } from "./values";

/** For whom a rule is: "Last step and basket value above 5,000". */
export function whoSentence(rule: Rule, isLast: boolean, speech: Speech): string {
  const said = rule.when
    ? conditionSentence(rule.when, speech)
    : speech.t(isLast ? "strategy.everybodyElse" : "strategy.everybody");
  return capital(said, speech.language);
}

/** What they get: "chat first, then callback; answer within 20 sec; nobody waits longer than 2 min, else email". */
export function whatSentence(rule: Rule, { t, language }: Speech): string {
  return [
    offered(rule, { t, language }),
    rule.targetSeconds && t("strategy.rule.target", { time: exactLength(rule.targetSeconds, language) }),
    limited(rule, { t, language }),
    rule.withhold?.length &&
      t("strategy.rule.never", { channels: channelsInWords(rule.withhold, t, language, "disjunction") }),
    (rule.value ?? 1) > 1 && t("strategy.rule.value", { value: rule.value ?? 1 }),
    rule.welcomeStrangers && t("strategy.rule.strangers"),
    rule.invite &&
      t("strategy.rule.invites", {
        signals: listed(
          rule.invite.on.map((signal) => choiceName("signals", signal, { t })),
          language,
          "disjunction",
        ),
      }),
  ]
    .filter(Boolean)
    .join("; ");
}

type Words = Pick<Speech, "t" | "language">;

function offered(rule: Rule, { t, language }: Words): string {
  const first = rule.recommend ?? rule.offer[0];
  if (!first) return t("strategy.rule.nothing");
  const others = rule.offer.filter((channel) => channel !== first);
  const name = small(channelName(first, t), language);
  return others.length === 0
    ? t("strategy.rule.only", { first: name })
    : t("strategy.rule.offers", { first: name, others: channelsInWords(others, t, language) });
}

function limited(rule: Rule, { t, language }: Words): string | undefined {
  const instead = rule.otherwise && channelsInWords(rule.otherwise, t, language, "disjunction");
  if (rule.waitLimitSeconds == null)
    return instead ? t("strategy.rule.otherwise", { channels: instead }) : undefined;
  const time = exactLength(rule.waitLimitSeconds, language);
  return instead
    ? t("strategy.rule.limitOtherwise", { time, channels: instead })
    : t("strategy.rule.limit", { time });
}

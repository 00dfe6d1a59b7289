import { Switch } from "@mantine/core";
import { useWords } from "../../words/useWords";
import type { Rule } from "../definition/definition";
import { ChannelOrder } from "../parts/ChannelOrder";
import { ChannelsChoice } from "../parts/ChannelsChoice";
import { FormPart } from "../parts/FormPart";
import { ProblemList } from "../parts/ProblemList";
import type { RuleInHand } from "./useRule";

/** What these visitors get: ways in order, the first recommended; what they never get, and what takes the place. */
export function RuleOffer({ rule, inHand }: { rule: Rule; inHand: RuleInHand }) {
  const { t } = useWords();
  const first = rule.recommend ?? rule.offer[0];
  const offer = first ? [first, ...rule.offer.filter((channel) => channel !== first)] : rule.offer;
  return (
    <FormPart title={t("strategy.rule.offer")} help={t("strategy.rule.offer.help")}>
      <ChannelOrder
        label={t("strategy.rule.offer")}
        channels={offer}
        recommendsFirst
        onChange={(next) => inHand.change({ offer: next, recommend: null })}
      />
      <ProblemList problems={[...inHand.at("offer"), ...inHand.at("recommend")]} />
      <ChannelsChoice
        label={t("strategy.rule.instead")}
        description={t("strategy.rule.otherwise.help")}
        placeholder={rule.otherwise?.length ? "" : t("strategy.rule.otherwise.usual")}
        value={rule.otherwise ?? []}
        onChange={(next) => inHand.change({ otherwise: next.length === 0 ? null : next })}
        error={inHand.error("otherwise")}
      />
      <ChannelsChoice
        label={t("strategy.rule.withhold")}
        description={t("strategy.rule.withhold.help")}
        value={rule.withhold ?? []}
        onChange={(withhold) => inHand.change({ withhold })}
        error={inHand.error("withhold")}
      />
      <Switch
        label={t("strategy.rule.welcome")}
        description={t("strategy.rule.welcome.help")}
        checked={rule.welcomeStrangers ?? false}
        onChange={(event) => inHand.change({ welcomeStrangers: event.currentTarget.checked })}
      />
    </FormPart>
  );
}

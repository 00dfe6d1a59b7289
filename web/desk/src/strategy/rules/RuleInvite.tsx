import { Autocomplete, Group, MultiSelect, Switch } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { DurationField } from "../../parts/DurationField";
import { useWords } from "../../words/useWords";
import { type Invite, type Rule, usual } from "../definition/definition";
import { useStrategy } from "../draft/StrategyContext";
import { FormPart } from "../parts/FormPart";
import { ProblemList } from "../parts/ProblemList";
import { capital } from "../sentences/speech";
import { choiceName } from "../sentences/values";
import { settingsQuery } from "../strategyQueries";
import type { RuleInHand } from "./useRule";

const first: Invite = {
  on: ["formError", "hesitation"],
  text: "checkout",
  afterSeconds: usual.afterSeconds,
  afterSecondsReturning: usual.afterSecondsReturning,
};

/** Whether these are spoken to first, on what, and how soon. */
export function RuleInvite({ rule, inHand }: { rule: Rule; inHand: RuleInHand }) {
  const { t, language } = useWords();
  const { site, facts } = useStrategy();
  const texts = Object.keys(useQuery(settingsQuery(site.id)).data?.invitations ?? {});
  const { invite } = rule;
  const change = (changes: Partial<Invite>) => invite && inHand.change({ invite: { ...invite, ...changes } });
  return (
    <FormPart title={t("strategy.rule.invitation")}>
      <Switch
        label={t("strategy.rule.invite")}
        description={t("strategy.rule.invite.help")}
        checked={invite != null}
        onChange={(event) => inHand.change({ invite: event.currentTarget.checked ? first : null })}
      />
      <ProblemList problems={inHand.at("invite").filter(({ problem }) => !problem.stops)} />
      {invite && (
        <>
          <MultiSelect
            label={t("strategy.rule.invite.on")}
            data={(facts.get("signals")?.choices ?? []).map((signal) => ({
              value: signal,
              label: capital(choiceName("signals", signal, { t }), language),
            }))}
            value={invite.on}
            error={inHand.error("invite.on")}
            onChange={(on) => change({ on })}
          />
          <Autocomplete
            label={t("strategy.rule.invite.text")}
            description={t("strategy.rule.invite.text.help")}
            data={texts}
            value={invite.text}
            error={inHand.error("invite.text")}
            onChange={(text) => change({ text })}
          />
          <Group align="flex-start" gap="lg">
            <DurationField
              label={t("strategy.rule.invite.after")}
              min={30}
              value={invite.afterSeconds ?? usual.afterSeconds}
              error={inHand.error("invite.afterSeconds")}
              onChange={(afterSeconds) => change({ afterSeconds: afterSeconds ?? usual.afterSeconds })}
            />
            <DurationField
              label={t("strategy.rule.invite.returning")}
              min={30}
              value={invite.afterSecondsReturning ?? usual.afterSecondsReturning}
              error={inHand.error("invite.afterSecondsReturning")}
              onChange={(seconds) =>
                change({ afterSecondsReturning: seconds ?? usual.afterSecondsReturning })
              }
            />
          </Group>
        </>
      )}
    </FormPart>
  );
}

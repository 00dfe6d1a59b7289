import { Stack, Text, TextInput } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { Conditions } from "../conditions/Conditions";
import type { Rule } from "../definition/definition";
import { FormPart } from "../parts/FormPart";
import { ProblemList } from "../parts/ProblemList";
import { whatSentence, whoSentence } from "../sentences/ruleSentence";
import { useSpeech } from "../sentences/useSpeech";
import classes from "./RuleForm.module.css";
import { RuleInvite } from "./RuleInvite";
import { RuleLimits } from "./RuleLimits";
import { RuleOffer } from "./RuleOffer";
import { RuleWorth } from "./RuleWorth";
import { useRule } from "./useRule";

export function RuleForm({ rule, isLast }: { rule: Rule; isLast: boolean }) {
  const { t } = useWords();
  const speech = useSpeech();
  const inHand = useRule(rule);
  const conditional = !isLast || rule.when != null;
  return (
    <Stack gap="xl">
      <div className={classes.read}>
        <Text>
          <strong>{whoSentence(rule, isLast, speech)}:</strong> {whatSentence(rule, speech)}.
        </Text>
        <ProblemList problems={inHand.all.filter(({ path }) => path === "")} />
      </div>
      <TextInput
        label={t("field.name")}
        description={t("strategy.rule.name.help")}
        maxLength={200}
        data-autofocus
        value={rule.name}
        error={inHand.error("name")}
        onChange={(event) => inHand.change({ name: event.currentTarget.value })}
      />
      <FormPart title={t("strategy.rule.who")}>
        {conditional ? (
          <Conditions
            condition={rule.when ?? undefined}
            place="when"
            problems={inHand.all}
            onChange={(when) => inHand.change({ when: when ?? null })}
          />
        ) : (
          <Text c="dimmed">{t("strategy.rule.last")}</Text>
        )}
      </FormPart>
      <RuleOffer rule={rule} inHand={inHand} />
      <RuleLimits rule={rule} inHand={inHand} />
      <RuleInvite rule={rule} inHand={inHand} />
      <RuleWorth rule={rule} inHand={inHand} />
    </Stack>
  );
}

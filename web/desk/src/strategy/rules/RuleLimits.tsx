import { Group, NumberInput } from "@mantine/core";
import { DurationField } from "../../parts/DurationField";
import { useWords } from "../../words/useWords";
import type { Rule } from "../definition/definition";
import { FormPart } from "../parts/FormPart";
import type { RuleInHand } from "./useRule";

/** How quickly these are answered, how long they may wait, and how they weigh against others. */
export function RuleLimits({ rule, inHand }: { rule: Rule; inHand: RuleInHand }) {
  const { t } = useWords();
  return (
    <FormPart title={t("strategy.rule.limits")}>
      <Group align="flex-start" gap="lg">
        <DurationField
          label={t("strategy.rule.waitLimit")}
          description={t("strategy.rule.waitLimit.help")}
          min={0}
          value={rule.waitLimitSeconds ?? undefined}
          error={inHand.error("waitLimitSeconds")}
          onChange={(seconds) => inHand.change({ waitLimitSeconds: seconds ?? null })}
        />
        <DurationField
          label={t("strategy.rule.targetTime")}
          description={t("strategy.rule.targetTime.help")}
          value={rule.targetSeconds ?? undefined}
          error={inHand.error("targetSeconds")}
          onChange={(seconds) => inHand.change({ targetSeconds: seconds ?? null })}
        />
        <NumberInput
          w={220}
          label={t("strategy.rule.urgency")}
          description={t("strategy.rule.urgency.help")}
          min={1}
          max={10}
          allowDecimal={false}
          value={rule.value ?? 1}
          error={inHand.error("value")}
          onChange={(value) => typeof value === "number" && inHand.change({ value })}
        />
      </Group>
    </FormPart>
  );
}

import { Group, NumberInput } from "@mantine/core";
import { useWords } from "../../words/useWords";
import type { Rule } from "../definition/definition";
import { FormPart } from "../parts/FormPart";
import { PercentField } from "../parts/PercentField";
import type { RuleInHand } from "./useRule";

/** What a conversation with these is worth, where it is not what it is elsewhere. */
export function RuleWorth({ rule, inHand }: { rule: Rule; inHand: RuleInHand }) {
  const { t } = useWords();
  return (
    <FormPart title={t("strategy.rule.worth")} help={t("strategy.rule.worth.help")}>
      <Group align="flex-start" gap="lg">
        <PercentField
          label={t("strategy.worth.uplift")}
          placeholder={t("strategy.worth.asElsewhere")}
          value={rule.uplift}
          error={inHand.error("uplift")}
          onChange={(uplift) => inHand.change({ uplift })}
        />
        <NumberInput
          w={200}
          hideControls
          label={t("strategy.worth.solved")}
          placeholder={t("strategy.worth.asElsewhere")}
          value={rule.solvedValue ?? ""}
          error={inHand.error("solvedValue")}
          onChange={(value) => inHand.change({ solvedValue: typeof value === "number" ? value : null })}
        />
      </Group>
    </FormPart>
  );
}

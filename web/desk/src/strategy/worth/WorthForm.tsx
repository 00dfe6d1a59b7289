import { Button, NumberInput, Stack, Text } from "@mantine/core";
import { useShowUndo } from "../../parts/useShowUndo";
import { useWords } from "../../words/useWords";
import type { Economy } from "../definition/definition";
import { useStrategy } from "../draft/StrategyContext";
import { PercentField } from "../parts/PercentField";
import { useChannels } from "../parts/useChannels";
import { usePartError } from "../parts/usePartError";
import { AmountsOf } from "./AmountsOf";

export function WorthForm({ economy, onRemoved }: { economy: Economy; onRemoved: () => void }) {
  const { t } = useWords();
  const { draft } = useStrategy();
  const error = usePartError();
  const showUndo = useShowUndo();
  const { choices } = useChannels();
  const change = (changes: Partial<Economy>) =>
    draft.change(
      { ...draft.now(), economy: { ...draft.now().economy, ...changes } },
      `economy.${Object.keys(changes).join()}`,
    );
  function remove() {
    draft.change({ ...draft.now(), economy: null });
    onRemoved();
    showUndo(t("strategy.worth.removed"), () => draft.change({ ...draft.now(), economy }));
  }
  return (
    <Stack gap="lg">
      <Text c="dimmed">{t("strategy.worth.help")}</Text>
      <PercentField
        label={t("strategy.worth.margin")}
        description={t("strategy.worth.margin.help")}
        value={economy.marginShare ?? 0}
        error={error("economy.marginShare")}
        onChange={(marginShare) => change({ marginShare: marginShare ?? 0 })}
      />
      <PercentField
        label={t("strategy.worth.uplift")}
        description={t("strategy.worth.uplift.help")}
        value={economy.uplift ?? 0}
        error={error("economy.uplift")}
        onChange={(uplift) => change({ uplift: uplift ?? 0 })}
      />
      <NumberInput
        w={220}
        hideControls
        label={t("strategy.worth.solved")}
        description={t("strategy.worth.solved.help")}
        value={economy.solvedValue ?? ""}
        error={error("economy.solvedValue")}
        onChange={(value) => change({ solvedValue: typeof value === "number" ? value : null })}
      />
      <AmountsOf
        title={t("strategy.worth.topics")}
        keyLabel={t("strategy.worth.topic")}
        add={t("strategy.worth.topic.add")}
        amounts={economy.topics ?? {}}
        onChange={(topics) => change({ topics })}
      />
      <AmountsOf
        title={t("strategy.worth.costs")}
        keyLabel={t("strategy.worth.channel")}
        add={t("strategy.channel.add")}
        choices={choices}
        amounts={economy.costs ?? {}}
        onChange={(costs) => change({ costs })}
      />
      <NumberInput
        w={220}
        hideControls
        label={t("strategy.worth.wait")}
        description={t("strategy.worth.wait.help")}
        value={economy.waitCostPerMinute ?? 0}
        error={error("economy.waitCostPerMinute")}
        onChange={(value) => change({ waitCostPerMinute: typeof value === "number" ? value : 0 })}
      />
      <Button variant="default" onClick={remove} style={{ alignSelf: "start" }}>
        {t("strategy.worth.remove")}
      </Button>
    </Stack>
  );
}

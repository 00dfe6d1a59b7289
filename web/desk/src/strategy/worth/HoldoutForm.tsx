import { Input, Stack, Switch, Text, TextInput } from "@mantine/core";
import { useWords } from "../../words/useWords";
import type { Holdout } from "../definition/definition";
import { useStrategy } from "../draft/StrategyContext";
import { ChannelOrder } from "../parts/ChannelOrder";
import { PercentField } from "../parts/PercentField";
import { usePartError } from "../parts/usePartError";

const usualHoldout = { share: 0.1, salt: "first", admission: 0.02 };

export function HoldoutForm() {
  const { t } = useWords();
  const { draft } = useStrategy();
  const error = usePartError();
  const { holdout, plain } = draft.definition;
  const change = (changes: Partial<Holdout>) =>
    draft.change(
      { ...draft.now(), holdout: { ...usualHoldout, ...draft.now().holdout, ...changes } },
      `holdout.${Object.keys(changes).join()}`,
    );
  return (
    <Stack gap="lg">
      <Text c="dimmed">{t("strategy.holdout.help")}</Text>
      <Switch
        label={t("strategy.holdout.on")}
        checked={holdout != null}
        onChange={(event) =>
          draft.change({ ...draft.now(), holdout: event.currentTarget.checked ? usualHoldout : null })
        }
      />
      {holdout && (
        <>
          <PercentField
            label={t("strategy.holdout.share")}
            description={t("strategy.holdout.share.help")}
            min={0}
            max={50}
            value={holdout.share ?? 0.1}
            error={error("holdout.share")}
            onChange={(share) => change({ share: share ?? 0 })}
          />
          <PercentField
            label={t("strategy.admission")}
            description={t("strategy.admission.help")}
            min={0}
            max={5}
            value={holdout.admission ?? 0}
            error={error("holdout.admission")}
            onChange={(admission) => change({ admission: admission ?? 0 })}
          />
          <TextInput
            label={t("strategy.holdout.salt")}
            description={t("strategy.holdout.salt.help")}
            maxLength={100}
            value={holdout.salt}
            error={error("holdout.salt")}
            onChange={(event) => change({ salt: event.currentTarget.value })}
          />
        </>
      )}
      <div>
        <Input.Label component="div">{t("strategy.plain")}</Input.Label>
        <Text size="xs" c="dimmed" mb="xs">
          {t("strategy.plain.help")}
        </Text>
        <ChannelOrder
          label={t("strategy.plain")}
          channels={plain ?? []}
          onChange={(next) => draft.change({ ...draft.now(), plain: next })}
        />
      </div>
    </Stack>
  );
}

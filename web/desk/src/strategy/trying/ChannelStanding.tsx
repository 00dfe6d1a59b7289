import { Box, Group, NativeSelect, NumberInput, Text } from "@mantine/core";
import { ChannelMark } from "../../parts/ChannelMark";
import { DurationField } from "../../parts/DurationField";
import { useWords } from "../../words/useWords";
import { channelName } from "../sentences/channels";
import type { ChannelState, Override } from "./tried";

interface Props {
  state: ChannelState;
  override: Override | undefined;
  onChange: (changes: Partial<Override>) => void;
}

const standings = {
  now: {},
  open: { open: true, staffed: true, healthy: true },
  nobody: { staffed: false },
  closed: { open: false },
  broken: { healthy: false },
} as const;
type Standing = keyof typeof standings;

/** One channel: as it is now, or somebody there, nobody there, closed, out of order; and of a live one wait and price. */
export function ChannelStanding({ state, override, onChange }: Props) {
  const { t } = useWords();
  const name = channelName(state.channel, t);
  const standing: Standing =
    override?.healthy === false
      ? "broken"
      : override?.open === false
        ? "closed"
        : override?.staffed === false
          ? "nobody"
          : override?.open
            ? "open"
            : "now";
  const set = (next: Standing) =>
    onChange({ open: undefined, staffed: undefined, healthy: undefined, ...standings[next] });
  return (
    <Box role="group" aria-label={name}>
      <Group gap="sm" wrap="nowrap" mb={4}>
        <ChannelMark channel={state.channel} />
        <Text fw={500} flex={1}>
          {name}
        </Text>
        <NativeSelect
          aria-label={t("strategy.try.standing", { channel: name })}
          value={standing}
          data={(Object.keys(standings) as Standing[]).map((each) => ({
            value: each,
            label: t(`strategy.try.standing.${each}`),
          }))}
          onChange={(event) => set(event.currentTarget.value as Standing)}
        />
      </Group>
      {state.pace === "live" && (
        <Group gap="sm" align="flex-end">
          <DurationField
            label={t("strategy.try.wait")}
            min={0}
            usual={state.waitSeconds ?? 0}
            value={override?.waitSeconds}
            onChange={(waitSeconds) => onChange({ waitSeconds })}
          />
          <NumberInput
            w={110}
            hideControls
            label={t("strategy.try.price")}
            placeholder={String(Math.round((state.price ?? 0) * 100) / 100)}
            value={override?.price ?? ""}
            onChange={(price) => onChange({ price: typeof price === "number" ? price : undefined })}
          />
        </Group>
      )}
    </Box>
  );
}

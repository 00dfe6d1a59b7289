import type { AgentChannel } from "@kanal/api";
import { Fieldset, NumberInput, Stack, Text } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { useChannels } from "../routing/useChannels";
import { HoldsChannel } from "./HoldsChannel";

interface Props {
  capacity: number;
  channels: AgentChannel[];
  errors: Record<string, unknown>;
  onCapacity: (capacity: number) => void;
  onChannels: (channels: AgentChannel[]) => void;
}

const isUsual = ({ weight, maximum, allowed }: AgentChannel) => allowed && weight == null && maximum == null;

/** How much one person can hold at once; empty is as the channel has it. */
export function Holds({ capacity, channels, errors, onCapacity, onChannels }: Props) {
  const { t } = useWords();
  const inUse = useChannels();
  return (
    <Fieldset legend={t("people.holds")}>
      <Stack gap="md">
        <Text c="dimmed">{t("people.holds.help")}</Text>
        {inUse.map((choice) => (
          <HoldsChannel
            key={choice.channel}
            choice={choice}
            own={channels.find(({ channel }) => channel === choice.channel)}
            error={Object.entries(errors).find(([place]) => place.startsWith("channels["))?.[1] as string}
            onChange={(own) =>
              onChannels([
                ...channels.filter(({ channel }) => channel !== own.channel),
                ...(isUsual(own) ? [] : [own]),
              ])
            }
          />
        ))}
        <NumberInput
          label={t("people.capacity")}
          description={t("people.capacity.help")}
          min={1}
          max={1000}
          maw={240}
          value={capacity}
          error={errors.capacity as string | undefined}
          onChange={(value) => onCapacity(Number(value))}
        />
      </Stack>
    </Fieldset>
  );
}

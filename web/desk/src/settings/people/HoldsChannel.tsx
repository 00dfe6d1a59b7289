import type { AgentChannel, ChannelChoice } from "@kanal/api";
import { Group, NumberInput, Switch } from "@mantine/core";
import { channelWord } from "../../parts/ChannelMark";
import { useWords } from "../../words/useWords";

interface Props {
  choice: ChannelChoice;
  own?: AgentChannel;
  error?: string;
  onChange: (own: AgentChannel) => void;
}

export function HoldsChannel({ choice, own, error, onChange }: Props) {
  const { t } = useWords();
  const name = t(channelWord(choice.channel));
  const now = own ?? { channel: choice.channel, allowed: true };
  const number = (value: string | number) => (typeof value === "number" ? value : undefined);
  return (
    <Group gap="sm" align="flex-end" role="group" aria-label={name}>
      <Switch
        w={120}
        mb={8}
        label={name}
        checked={now.allowed}
        onChange={(event) => onChange({ ...now, allowed: event.currentTarget.checked })}
      />
      <NumberInput
        w={96}
        label={t("people.atOnce")}
        disabled={!now.allowed}
        min={1}
        max={100}
        placeholder={String(choice.maximum)}
        value={now.maximum ?? ""}
        error={error}
        onChange={(value) => onChange({ ...now, maximum: number(value) })}
      />
      <NumberInput
        w={96}
        label={t("routing.weight")}
        disabled={!now.allowed}
        min={1}
        max={100}
        placeholder={String(choice.weight)}
        value={now.weight ?? ""}
        onChange={(value) => onChange({ ...now, weight: number(value) })}
      />
    </Group>
  );
}

import { Group, NumberInput, Stack, Text } from "@mantine/core";
import { ChannelMark, channelWord } from "../../parts/ChannelMark";
import { DurationField } from "../../parts/DurationField";
import { useWords } from "../../words/useWords";
import { useChannels } from "../routing/useChannels";
import type { Terms } from "./terms";

type Targets = Terms["targets"];

interface Props {
  targets: Targets;
  onChange: (targets: Targets) => void;
  error?: string;
}

const usualShare = 80;

/** By channel: answered within a time, and how many of a hundred; empty is as the channel has it. */
export function TargetsEditor({ targets, onChange, error }: Props) {
  const { t } = useWords();
  const channels = useChannels();
  const set = (channel: string, change: { seconds?: number; share?: number }) => {
    const others = targets.filter((each) => each.channel !== channel);
    const before = targets.find((each) => each.channel === channel);
    const next = { seconds: before?.seconds, share: before?.share ?? usualShare, ...change };
    const usual = channels.find((each) => each.channel === channel)?.targetSeconds;
    const seconds = "seconds" in change ? change.seconds : (next.seconds ?? usual);
    onChange(seconds === undefined ? others : [...others, { channel, seconds, share: next.share }]);
  };
  return (
    <Stack gap="sm">
      <Text c="dimmed">{t("queues.targets.help")}</Text>
      {channels.map(({ channel, targetSeconds }) => {
        const name = t(channelWord(channel));
        const target = targets.find((each) => each.channel === channel);
        return (
          <Group key={channel} gap="sm" role="group" aria-label={name}>
            <Group gap="xs" w={110} wrap="nowrap">
              <ChannelMark channel={channel} />
              <Text>{name}</Text>
            </Group>
            <NumberInput
              aria-label={t("queues.share", { channel: name })}
              w={84}
              min={1}
              max={100}
              suffix=" %"
              hideControls
              value={target?.share ?? ""}
              placeholder={`${usualShare} %`}
              onChange={(share) => typeof share === "number" && set(channel, { share })}
            />
            <Text>{t("queues.answeredWithin")}</Text>
            <DurationField
              label={t("queues.target", { channel: name })}
              hideLabel
              value={target?.seconds}
              usual={targetSeconds}
              onChange={(seconds) => set(channel, { seconds })}
            />
          </Group>
        );
      })}
      {error && (
        <Text c="var(--bad)" size="xs" role="alert">
          {error}
        </Text>
      )}
    </Stack>
  );
}

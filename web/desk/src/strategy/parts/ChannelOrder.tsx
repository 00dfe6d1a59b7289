import { ActionIcon, Badge, Group, NativeSelect, Text, VisuallyHidden } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { ChannelMark } from "../../parts/ChannelMark";
import { useWords } from "../../words/useWords";
import { channelName } from "../sentences/channels";
import classes from "./ChannelOrder.module.css";
import { useChannels } from "./useChannels";

interface Props {
  label: string;
  channels: string[];
  onChange: (channels: string[]) => void;
  recommendsFirst?: boolean;
}

/** Channels in an order of their own, moved by buttons; what moved is said. */
export function ChannelOrder({ label, channels, onChange, recommendsFirst }: Props) {
  const { t } = useWords();
  const { choices } = useChannels();
  const [said, say] = useState("");
  const free = choices.filter(({ value }) => !channels.includes(value));

  function move(from: number, to: number) {
    const channel = channels[from];
    if (!channel) return;
    onChange(channels.toSpliced(from, 1).toSpliced(to, 0, channel));
    say(t("strategy.rule.moved", { name: channelName(channel, t), place: to + 1 }));
  }

  return (
    <div>
      <ol className={classes.channels} aria-label={label}>
        {channels.map((channel, at) => {
          const name = channelName(channel, t);
          return (
            <li key={channel} className={classes.channel}>
              <ChannelMark channel={channel} />
              <Text flex={1}>{name}</Text>
              {recommendsFirst && at === 0 && <Badge>{t("strategy.recommended")}</Badge>}
              <ActionIcon
                disabled={at === 0}
                onClick={() => move(at, at - 1)}
                aria-label={t("topics.up", { name })}
              >
                <IconArrowUp size={16} />
              </ActionIcon>
              <ActionIcon
                disabled={at === channels.length - 1}
                onClick={() => move(at, at + 1)}
                aria-label={t("topics.down", { name })}
              >
                <IconArrowDown size={16} />
              </ActionIcon>
              <ActionIcon
                onClick={() => onChange(channels.toSpliced(at, 1))}
                aria-label={t("strategy.channel.remove", { name })}
              >
                <IconX size={16} />
              </ActionIcon>
            </li>
          );
        })}
      </ol>
      {free.length > 0 && (
        <Group mt="xs">
          <NativeSelect
            aria-label={t("strategy.channel.add")}
            value=""
            data={[{ value: "", label: t("strategy.channel.add") }, ...free]}
            onChange={({ currentTarget: { value } }) => value && onChange([...channels, value])}
          />
        </Group>
      )}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </div>
  );
}

import type { ConversationSummary } from "@kanal/api";
import { Group, Text } from "@mantine/core";
import { Link } from "react-router";
import { useWords } from "../words/useWords";
import { Ago } from "./Ago";
import { ChannelMark } from "./ChannelMark";
import classes from "./ConversationLink.module.css";

/** A conversation in a short list: what it was about, how it stands and its last word. */
export function ConversationLink({ conversation }: { conversation: ConversationSummary }) {
  const { t } = useWords();
  const { id, channel, topic, state, outcome, openedAt, lastMessage } = conversation;
  const standing = state === "closed" && outcome ? t(`outcome.${outcome}`) : t(`state.${state}`);
  return (
    <Link to={`/conversations/${id}?list=all`} className={classes.link}>
      <Group gap="sm" wrap="nowrap">
        <ChannelMark channel={channel} size={14} />
        <Text size="xs" c="dimmed" flex={1}>
          {[topic?.name, standing].filter(Boolean).join(" · ")}
        </Text>
        <Ago at={openedAt} />
      </Group>
      <Text lineClamp={2}>{lastMessage?.text}</Text>
    </Link>
  );
}

import type { ConversationSummary } from "@kanal/api";
import { Group, Stack, Text, Title } from "@mantine/core";
import { Link } from "react-router";
import { Ago } from "../../parts/Ago";
import { ChannelMark } from "../../parts/ChannelMark";
import { useWords } from "../../words/useWords";
import classes from "./Person.module.css";

export function Earlier({ conversations }: { conversations: ConversationSummary[] }) {
  const { t } = useWords();
  return (
    <Stack gap="xs">
      <Title order={3} size="h3">
        {t("earlier.title")}
      </Title>
      {conversations.length === 0 && <Text c="dimmed">{t("earlier.empty")}</Text>}
      {conversations.map((conversation) => (
        <Link
          key={conversation.id}
          to={`/conversations/${conversation.id}?list=all`}
          className={classes.earlier}
        >
          <Group gap="sm" wrap="nowrap">
            <ChannelMark channel={conversation.channel} size={14} />
            <Text size="xs" c="dimmed" flex={1}>
              {[
                conversation.topic?.name,
                conversation.state === "closed" && conversation.outcome
                  ? t(`outcome.${conversation.outcome}`)
                  : t(`state.${conversation.state}`),
              ]
                .filter(Boolean)
                .join(" · ")}
            </Text>
            <Ago at={conversation.openedAt} />
          </Group>
          <Text lineClamp={2}>{conversation.lastMessage?.text}</Text>
        </Link>
      ))}
    </Stack>
  );
}

import type { ConversationSummary } from "@kanal/api";
import { Stack, Text, Title } from "@mantine/core";
import { ConversationLink } from "../../parts/ConversationLink";
import { useWords } from "../../words/useWords";

export function Earlier({ conversations }: { conversations: ConversationSummary[] }) {
  const { t } = useWords();
  return (
    <Stack gap="xs">
      <Title order={3} size="h3">
        {t("earlier.title")}
      </Title>
      {conversations.length === 0 && <Text c="dimmed">{t("earlier.empty")}</Text>}
      {conversations.map((conversation) => (
        <ConversationLink key={conversation.id} conversation={conversation} />
      ))}
    </Stack>
  );
}

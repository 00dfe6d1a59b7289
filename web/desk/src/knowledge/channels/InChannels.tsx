import { Stack, Text } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { InChannel } from "./InChannel";

const channels = ["chat", "email", "sms", "phone"] as const;

/** A published article as it is said in each channel, to be read out or copied. */
export function InChannels({ article, language }: { article: string; language: string }) {
  const { t } = useWords();
  return (
    <Stack gap="lg">
      <Text size="xs" c="dimmed">
        {t("knowledge.asPublished")}
      </Text>
      {channels.map((channel) => (
        <InChannel key={channel} article={article} language={language} channel={channel} />
      ))}
    </Stack>
  );
}

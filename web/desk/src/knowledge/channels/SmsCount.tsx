import { Text } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { smsSize } from "./sms";

const mostNamed = 5;

export function SmsCount({ text }: { text: string }) {
  const { t } = useWords();
  const { letters, messages, left, wide } = smsSize(text);
  return (
    <Text size="xs" c="dimmed" mt={4}>
      {t("knowledge.sms.letters", { count: letters })}, {t("knowledge.sms.messages", { count: messages })},{" "}
      {t("knowledge.sms.left", { count: left })}
      {wide.length > 0 && ` ${t("knowledge.sms.wide", { letters: wide.slice(0, mostNamed).join(" ") })}`}
    </Text>
  );
}

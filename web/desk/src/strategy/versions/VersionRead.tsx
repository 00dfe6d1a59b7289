import { List, Text } from "@mantine/core";
import type { Definition } from "../definition/definition";
import { whatSentence, whoSentence } from "../sentences/ruleSentence";
import { useSpeech } from "../sentences/useSpeech";

/** A strategy as it reads, and nothing to change. */
export function VersionRead({ definition }: { definition: Definition }) {
  const speech = useSpeech();
  return (
    <List type="ordered" spacing="sm">
      {definition.rules.map((rule, at) => (
        <List.Item key={rule.id}>
          <Text fw={600}>{rule.name}</Text>
          <Text c="dimmed">
            {whoSentence(rule, at === definition.rules.length - 1, speech)}: {whatSentence(rule, speech)}.
          </Text>
        </List.Item>
      ))}
    </List>
  );
}

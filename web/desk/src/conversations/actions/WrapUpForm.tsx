import type { Conversation, Outcome } from "@kanal/api";
import { Button, Chip, Group, Kbd, Select, Stack, Text, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { getHotkeyHandler } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { topicsQuery } from "../../server/queries";
import { useWords } from "../../words/useWords";
import { useConversationActions } from "./useConversationActions";

const outcomes: Outcome[] = ["solved", "sale", "case", "lost", "notReached", "spam"];

/** Two choices and, if one likes, a note. Ctrl+Enter from anywhere in it. */
export function WrapUpForm({ conversation, onDone }: { conversation: Conversation; onDone?: () => void }) {
  const { t } = useWords();
  const topics = useQuery(topicsQuery).data ?? [];
  const { wrapUp } = useConversationActions(conversation.id);
  const form = useForm({
    initialValues: {
      topic: conversation.topic?.id ?? null,
      outcome: (conversation.callback?.state === "notReached" ? "notReached" : "solved") as Outcome,
      note: "",
    },
  });
  const submit = form.onSubmit(({ topic, outcome, note }) =>
    wrapUp.mutate(
      { topic: topic ?? undefined, outcome, note: note.trim() || undefined },
      { onSuccess: () => onDone?.() },
    ),
  );

  return (
    <form onSubmit={submit} onKeyDown={getHotkeyHandler([["mod+Enter", () => submit()]])}>
      <Stack gap="md">
        <Select
          label={t("wrapUp.topic")}
          placeholder={t("wrapUp.topic.none")}
          data={topics.map((topic) => ({ value: topic.id, label: topic.name }))}
          searchable
          clearable
          {...form.getInputProps("topic")}
        />
        <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
          <Text component="legend" fw={600} mb="xs">
            {t("wrapUp.outcome")}
          </Text>
          <Chip.Group {...form.getInputProps("outcome")}>
            <Group gap="sm">
              {outcomes.map((outcome) => (
                <Chip key={outcome} value={outcome} size="sm" radius="md">
                  {t(`outcome.${outcome}`)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </fieldset>
        <Textarea label={t("wrapUp.note")} autosize minRows={1} maxRows={6} {...form.getInputProps("note")} />
        <Group justify="flex-end">
          <Button type="submit" loading={wrapUp.isPending} rightSection={<Kbd ml="xs">Ctrl Enter</Kbd>}>
            {t("wrapUp.close")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

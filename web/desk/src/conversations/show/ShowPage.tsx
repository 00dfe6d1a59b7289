import type { Conversation } from "@kanal/api";
import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useWords } from "../../words/useWords";
import { useShow } from "./useShow";

export function ShowPage({ conversation, onDone }: { conversation: Conversation; onDone: () => void }) {
  const { t } = useWords();
  const show = useShow(conversation.id, onDone);
  const form = useForm({ initialValues: { url: "", title: "" } });
  return (
    <form
      onSubmit={form.onSubmit(({ url, title }) =>
        show.mutate({ url: url.trim(), title: title.trim() || undefined }),
      )}
    >
      <Stack gap="md">
        <TextInput
          type="url"
          required
          data-autofocus
          label={t("show.url")}
          description={t("show.url.help")}
          {...form.getInputProps("url")}
        />
        <TextInput label={t("show.pageTitle")} maxLength={200} {...form.getInputProps("title")} />
        <Group justify="flex-end">
          <Button type="submit" loading={show.isPending}>
            {t("show.send")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

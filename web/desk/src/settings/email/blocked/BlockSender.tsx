import { Button, Group, NativeSelect, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "../../../server/api";
import { sitesQuery } from "../../../server/queries";
import { useWords } from "../../../words/useWords";
import { useSave } from "../../useSave";

export function BlockSender() {
  const { t } = useWords();
  const sites = useQuery(sitesQuery).data ?? [];
  const form = useForm({ initialValues: { site: "", sender: "", reason: "" } });
  const block = useSave(
    ({ site, sender, reason }: typeof form.values) =>
      ask(
        api.POST("/api/v1/blocked-senders", {
          body: {
            site: site || (sites[0]?.id ?? ""),
            sender: sender.trim(),
            reason: reason.trim() || undefined,
          },
        }),
      ),
    { refresh: ["blockedSenders"], form, quiet: true, onDone: () => form.reset() },
  );
  return (
    <form onSubmit={form.onSubmit((values) => block.mutate(values))}>
      <Group align="flex-end" gap="sm">
        <TextInput
          flex="1 1 220px"
          label={t("blocked.sender")}
          description={t("blocked.sender.help")}
          placeholder="@example.com"
          required
          autoCapitalize="off"
          spellCheck={false}
          {...form.getInputProps("sender")}
        />
        <TextInput flex="1 1 160px" label={t("blocked.reason")} {...form.getInputProps("reason")} />
        {sites.length > 1 && (
          <NativeSelect
            label={t("field.site")}
            data={sites.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps("site")}
          />
        )}
        <Button
          type="submit"
          variant="default"
          loading={block.isPending}
          disabled={!form.values.sender.trim()}
        >
          {t("blocked.add")}
        </Button>
      </Group>
    </form>
  );
}

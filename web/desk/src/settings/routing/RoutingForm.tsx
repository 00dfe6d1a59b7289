import type { RoutingSettings } from "@kanal/api";
import { Button, NumberInput, Stack, Switch } from "@mantine/core";
import { useForm } from "@mantine/form";
import { api, ask } from "../../server/api";
import { useWords } from "../../words/useWords";
import { useSave } from "../useSave";

export function RoutingForm({ routing }: { routing: RoutingSettings }) {
  const { t } = useWords();
  const form = useForm({ initialValues: routing });
  const save = useSave((body: RoutingSettings) => ask(api.PUT("/api/v1/routing", { body })), {
    refresh: ["routing"],
    form,
  });
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="lg" align="flex-start">
        <NumberInput
          label={t("routing.offerSeconds")}
          description={t("routing.offerSeconds.help")}
          min={5}
          max={120}
          {...form.getInputProps("offerSeconds")}
        />
        <Switch
          label={t("routing.autoAccept")}
          description={t("routing.autoAccept.help")}
          {...form.getInputProps("autoAccept", { type: "checkbox" })}
        />
        <Button type="submit" loading={save.isPending}>
          {t("save")}
        </Button>
      </Stack>
    </form>
  );
}

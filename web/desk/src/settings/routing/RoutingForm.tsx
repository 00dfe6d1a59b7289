import type { RoutingSettings } from "@kanal/api";
import { Button, Group, NumberInput, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDisclosure } from "@mantine/hooks";
import { api, ask } from "../../server/api";
import { useWords } from "../../words/useWords";
import { useSave } from "../useSave";
import { ChannelCard } from "./ChannelCard";

export function RoutingForm({ routing, connected }: { routing: RoutingSettings; connected: string[] }) {
  const { t } = useWords();
  const [every, { toggle }] = useDisclosure(false);
  const form = useForm({ initialValues: routing });
  const save = useSave((body: RoutingSettings) => ask(api.PUT("/api/v1/routing", { body })), {
    refresh: ["routing", "agents"],
    form,
  });
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="lg" maw={920}>
        {form.values.channels.map((choice, place) =>
          every || connected.includes(choice.channel) ? (
            <ChannelCard key={choice.channel} place={place} choice={choice} form={form} />
          ) : null,
        )}
        <NumberInput
          label={t("routing.pauseSeconds")}
          description={t("routing.pauseSeconds.help")}
          min={0}
          max={300}
          required
          maw={420}
          {...form.getInputProps("pauseSeconds")}
        />
        <Group>
          <Button type="submit" loading={save.isPending}>
            {t("save")}
          </Button>
          <Button variant="subtle" onClick={toggle} aria-expanded={every}>
            {t(every ? "routing.onlyConnected" : "routing.everyChannel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

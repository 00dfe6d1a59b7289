import type { Queue } from "@kanal/api";
import { Button, Fieldset, MultiSelect, NumberInput, Slider, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "../../server/api";
import { teamsQuery } from "../../server/queries";
import { useWords } from "../../words/useWords";
import { StepsEditor } from "../steps/StepsEditor";
import { useSave } from "../useSave";
import { OverflowEditor } from "./OverflowEditor";
import { RemoveQueue } from "./RemoveQueue";
import { ServedBy } from "./ServedBy";
import { TargetsEditor } from "./TargetsEditor";
import { type Terms, termsOf } from "./terms";

/** The first sentence about a part of the form, whatever its exact place. */
const errorIn = (errors: Record<string, unknown>, part: string) =>
  Object.entries(errors).find(([place]) => place.startsWith(part))?.[1] as string | undefined;

export function QueueForm({ queue, others, onDone }: { queue?: Queue; others: Queue[]; onDone: () => void }) {
  const { t } = useWords();
  const teams = useQuery(teamsQuery).data ?? [];
  const form = useForm({
    initialValues: { name: queue?.name ?? "", terms: termsOf(queue), teams: queue?.teams ?? [] },
  });
  const { terms } = form.values;
  const save = useSave(
    (values: typeof form.values) =>
      queue
        ? ask(
            api.PUT("/api/v1/queues/{id}", {
              params: { path: { id: queue.id } },
              body: { ...values, version: queue.version },
            }),
          )
        : ask(api.POST("/api/v1/queues", { body: values })),
    { refresh: ["queues", "teams"], form, onDone },
  );
  const set =
    <Part extends keyof Terms>(part: Part) =>
    (value: Terms[Part]) =>
      form.setFieldValue("terms", { ...form.values.terms, [part]: value });
  const error = (part: keyof Terms) => errorIn(form.errors, `terms.${part}`);
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="lg">
        <TextInput
          label={t("field.name")}
          placeholder={t("queues.name.example")}
          required
          data-autofocus
          {...form.getInputProps("name")}
        />
        <Fieldset legend={t("queues.targets")}>
          <TargetsEditor targets={terms.targets} onChange={set("targets")} error={error("targets")} />
        </Fieldset>
        <Fieldset legend={t("queues.valued", { value: terms.value })}>
          <Stack gap="md">
            <Text c="dimmed">{t("queues.value.help")}</Text>
            <Slider
              min={1}
              max={10}
              value={terms.value}
              onChange={set("value")}
              thumbLabel={t("queues.value")}
              marks={[1, 5, 10].map((value) => ({ value, label: value }))}
              mb="lg"
              mx="sm"
            />
            <NumberInput
              label={t("queues.nearAt")}
              description={t("queues.nearAt.help")}
              suffix=" %"
              maw={320}
              min={10}
              max={99}
              value={terms.nearAt}
              error={error("nearAt")}
              onChange={(value) => set("nearAt")(Number(value))}
            />
            <NumberInput
              label={t("queues.raise")}
              description={t("queues.raise.help")}
              maw={320}
              min={0}
              max={9}
              value={terms.raiseWhenNear}
              error={error("raiseWhenNear")}
              onChange={(value) => set("raiseWhenNear")(Number(value))}
            />
          </Stack>
        </Fieldset>
        <Fieldset legend={t("queues.steps")}>
          <StepsEditor steps={terms.steps} onChange={set("steps")} error={error("steps")} />
        </Fieldset>
        <Fieldset legend={t("queues.who")}>
          <Stack gap="md">
            <MultiSelect
              label={t("settings.teams")}
              description={t("queues.teams.help")}
              data={teams.map((team) => ({ value: team.id, label: team.name }))}
              {...form.getInputProps("teams")}
            />
            <ServedBy queue={queue?.id} teams={form.values.teams} />
          </Stack>
        </Fieldset>
        {others.length > 0 && (
          <Fieldset legend={t("queues.overflow")}>
            <OverflowEditor
              overflow={terms.overflow}
              queues={others}
              onChange={set("overflow")}
              error={error("overflow")}
            />
          </Fieldset>
        )}
        <Button type="submit" loading={save.isPending}>
          {t("save")}
        </Button>
        {queue && others.length > 0 && <RemoveQueue queue={queue} others={others} onDone={onDone} />}
      </Stack>
    </form>
  );
}

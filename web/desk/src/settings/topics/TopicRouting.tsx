import type { Topic } from "@kanal/api";
import { ActionIcon, Button, Drawer, Fieldset, Select, Stack, Switch, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDisclosure } from "@mantine/hooks";
import { IconRoute } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "../../server/api";
import { queuesQuery } from "../../server/queries";
import { useWords } from "../../words/useWords";
import { StepsEditor } from "../steps/StepsEditor";
import { useSave } from "../useSave";

/** Where conversations about a topic go, what they are worth and who answers, where that differs from their queue. */
export function TopicRouting({ topic }: { topic: Topic }) {
  const { t } = useWords();
  const [opened, { open, close }] = useDisclosure(false);
  const { queue, value, steps } = topic.routing;
  const differs = Boolean(queue || value || steps);
  return (
    <>
      <ActionIcon
        aria-label={t("topics.routing", { name: topic.name })}
        color={differs ? "kanal" : "gray"}
        onClick={open}
      >
        <IconRoute size={16} />
      </ActionIcon>
      <Drawer
        closeButtonProps={{ "aria-label": t("close") }}
        opened={opened}
        onClose={close}
        position="right"
        size="lg"
        title={topic.name}
      >
        <TopicRoutingForm topic={topic} onDone={close} />
      </Drawer>
    </>
  );
}

function TopicRoutingForm({ topic, onDone }: { topic: Topic; onDone: () => void }) {
  const { t } = useWords();
  const queues = useQuery(queuesQuery).data ?? [];
  const form = useForm({
    initialValues: {
      queue: topic.routing.queue ?? null,
      value: topic.routing.value ? String(topic.routing.value) : null,
      steps: topic.routing.steps ?? null,
    },
  });
  const save = useSave(
    ({ queue, value, steps }: typeof form.values) =>
      ask(
        api.PUT("/api/v1/topics/{id}", {
          params: { path: { id: topic.id } },
          body: {
            name: topic.name,
            routing: {
              queue: queue ?? undefined,
              value: value ? Number(value) : undefined,
              steps: steps ?? undefined,
            },
          },
        }),
      ),
    { refresh: ["topics"], form, onDone },
  );
  const error = Object.entries(form.errors).find(([place]) => place.startsWith("routing."))?.[1] as string;
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="lg">
        <Text c="dimmed">{t("topics.routing.help")}</Text>
        <Select
          label={t("topics.routing.queue")}
          placeholder={t("topics.routing.asWayIn")}
          data={queues.map(({ id, name }) => ({ value: id, label: name }))}
          clearable
          {...form.getInputProps("queue")}
        />
        <Select
          label={t("queues.value")}
          placeholder={t("topics.routing.asQueue")}
          data={Array.from({ length: 10 }, (_, at) => String(at + 1))}
          clearable
          {...form.getInputProps("value")}
        />
        <Fieldset legend={t("queues.steps")}>
          <Stack gap="md">
            <Switch
              label={t("topics.routing.ownSteps")}
              checked={form.values.steps !== null}
              onChange={(event) => form.setFieldValue("steps", event.currentTarget.checked ? [] : null)}
            />
            {form.values.steps && (
              <StepsEditor
                steps={form.values.steps}
                onChange={(steps) => form.setFieldValue("steps", steps)}
                error={error}
              />
            )}
          </Stack>
        </Fieldset>
        <Button type="submit" loading={save.isPending}>
          {t("save")}
        </Button>
      </Stack>
    </form>
  );
}

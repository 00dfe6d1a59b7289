import type { Team } from "@kanal/api";
import { Button, MultiSelect, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "../../server/api";
import { agentsQuery, queuesQuery } from "../../server/queries";
import { useWords } from "../../words/useWords";
import { useSave } from "../useSave";

export function TeamForm({ team, onDone }: { team?: Team; onDone: () => void }) {
  const { t } = useWords();
  const agents = useQuery(agentsQuery).data ?? [];
  const queues = useQuery(queuesQuery).data ?? [];
  const form = useForm({
    initialValues: { name: team?.name ?? "", members: team?.members ?? [], queues: team?.queues ?? [] },
  });
  const save = useSave(
    (values: typeof form.values) =>
      team
        ? ask(
            api.PUT("/api/v1/teams/{id}", {
              params: { path: { id: team.id } },
              body: { ...values, version: team.version },
            }),
          )
        : ask(api.POST("/api/v1/teams", { body: values })),
    { refresh: ["teams", "queues", "agents"], form, onDone },
  );
  const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="lg">
        <TextInput label={t("field.name")} required data-autofocus {...form.getInputProps("name")} />
        <MultiSelect
          label={t("teams.members")}
          data={agents.filter((agent) => agent.active).map(named)}
          searchable
          {...form.getInputProps("members")}
        />
        <MultiSelect
          label={t("teams.queues")}
          description={t("teams.queues.help")}
          data={queues.map(named)}
          searchable
          {...form.getInputProps("queues")}
        />
        <Button type="submit" loading={save.isPending}>
          {t("save")}
        </Button>
      </Stack>
    </form>
  );
}

import type { Agent, Role } from "@kanal/api";
import { Button, MultiSelect, PasswordInput, Select, Stack, Switch, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { LanguagesField } from "../../parts/LanguagesField";
import { api, ask } from "../../server/api";
import { teamsQuery } from "../../server/queries";
import { useWords } from "../../words/useWords";
import { useSave } from "../useSave";
import { Holds } from "./Holds";
import { SkillLevels } from "./SkillLevels";

const roles: Role[] = ["agent", "supervisor", "administrator"];

export function AgentForm({ agent, onDone }: { agent?: Agent; onDone: () => void }) {
  const { t, language } = useWords();
  const teams = useQuery(teamsQuery).data ?? [];
  const form = useForm({
    initialValues: {
      name: agent?.name ?? "",
      email: agent?.email ?? "",
      role: agent?.role ?? ("agent" as Role),
      languages: agent?.languages ?? [language as string],
      capacity: agent?.capacity ?? 100,
      channels: agent?.channels ?? [],
      skills: agent?.skills ?? [],
      teams: agent?.teams ?? [],
      active: agent?.active ?? true,
      password: "",
    },
  });
  const save = useSave(
    (values: typeof form.values) => {
      const body = { ...values, password: values.password || undefined };
      return agent
        ? ask(api.PUT("/api/v1/agents/{id}", { params: { path: { id: agent.id } }, body }))
        : ask(api.POST("/api/v1/agents", { body }));
    },
    { refresh: ["agents", "teams", "queues"], form, onDone },
  );
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="lg">
        <TextInput label={t("field.name")} required data-autofocus {...form.getInputProps("name")} />
        <TextInput label={t("field.email")} type="email" required {...form.getInputProps("email")} />
        <Select
          label={t("people.role")}
          description={t(`role.${form.values.role}.means`)}
          allowDeselect={false}
          data={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
          {...form.getInputProps("role")}
        />
        <LanguagesField label={t("people.languages")} {...form.getInputProps("languages")} />
        {teams.length > 0 && (
          <MultiSelect
            label={t("settings.teams")}
            description={t("people.teams.help")}
            data={teams.map((team) => ({ value: team.id, label: team.name }))}
            {...form.getInputProps("teams")}
          />
        )}
        <SkillLevels
          languages={form.values.languages}
          skills={form.values.skills}
          onChange={(skills) => form.setFieldValue("skills", skills)}
        />
        <Holds
          capacity={form.values.capacity}
          channels={form.values.channels}
          errors={form.errors}
          onCapacity={(capacity) => form.setFieldValue("capacity", capacity)}
          onChannels={(channels) => form.setFieldValue("channels", channels)}
        />
        <PasswordInput
          label={t(agent ? "people.password.reset" : "field.password")}
          description={t("field.password.help")}
          autoComplete="new-password"
          required={!agent}
          {...form.getInputProps("password")}
        />
        {agent && (
          <Switch
            label={t("people.active")}
            description={t("people.active.help")}
            {...form.getInputProps("active", { type: "checkbox" })}
          />
        )}
        <Button type="submit" loading={save.isPending}>
          {t("save")}
        </Button>
      </Stack>
    </form>
  );
}

import type { Agent, Role } from "@kanal/api";
import { Button, NumberInput, PasswordInput, Select, Stack, Switch, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { LanguagesField } from "../../parts/LanguagesField";
import { api, ask } from "../../server/api";
import { useWords } from "../../words/useWords";
import { useSave } from "../useSave";

const roles: Role[] = ["agent", "supervisor", "administrator"];

export function AgentForm({ agent, onDone }: { agent?: Agent; onDone: () => void }) {
  const { t, language } = useWords();
  const form = useForm({
    initialValues: {
      name: agent?.name ?? "",
      email: agent?.email ?? "",
      role: agent?.role ?? ("agent" as Role),
      languages: agent?.languages ?? [language as string],
      maxChats: agent?.maxChats ?? 3,
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
    { refresh: ["agents"], form, onDone },
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
        <NumberInput
          label={t("people.maxChats")}
          description={t("people.maxChats.help")}
          min={1}
          max={20}
          {...form.getInputProps("maxChats")}
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

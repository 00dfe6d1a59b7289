import { Button, Group, PasswordInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { api, ask } from "../../server/api";
import { useWords } from "../../words/useWords";
import { useSave } from "../useSave";

export function TwoFactorOff() {
  const { t } = useWords();
  const form = useForm({ initialValues: { password: "" } });
  const turnOff = useSave(
    (body: { password: string }) => ask(api.DELETE("/api/v1/session/authenticator", { body })),
    { refresh: ["session"], form },
  );
  return (
    <form onSubmit={form.onSubmit((values) => turnOff.mutate(values))}>
      <Group align="flex-end">
        <PasswordInput
          label={t("field.password")}
          autoComplete="current-password"
          required
          miw={240}
          {...form.getInputProps("password")}
        />
        <Button type="submit" variant="default" loading={turnOff.isPending}>
          {t("twoFactor.turnOff")}
        </Button>
      </Group>
    </form>
  );
}

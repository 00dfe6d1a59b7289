import { Button, Code, Group, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { Loaded } from "../../parts/Loaded";
import { api, ask } from "../../server/api";
import { useWords } from "../../words/useWords";
import { useSave } from "../useSave";

/** A picture to scan, the same as text for who cannot, and a code to show that it worked. */
export function TwoFactorSetup({ onDone }: { onDone: (recoveryCodes: string[]) => void }) {
  const { t } = useWords();
  const secret = useQuery({
    queryKey: ["authenticator"],
    queryFn: () => ask(api.POST("/api/v1/session/authenticator")),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const form = useForm({ initialValues: { code: "" } });
  const save = useSave((body: { code: string }) => ask(api.PUT("/api/v1/session/authenticator", { body })), {
    refresh: ["session"],
    form,
    onDone: (result) => onDone(result?.recoveryCodes ?? []),
  });

  return (
    <Loaded query={secret}>
      {(made) => (
        <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
          <Group align="flex-start" gap="xl">
            <img
              src={`data:image/svg+xml;utf8,${encodeURIComponent(made.qr)}`}
              alt={t("twoFactor.qr")}
              width={180}
              height={180}
              style={{ background: "white", padding: "var(--space-2)", borderRadius: "var(--radius)" }}
            />
            <Stack gap="md" flex={1} miw={220}>
              <Text>{t("twoFactor.scan")}</Text>
              <Code block>{made.secret}</Code>
              <TextInput
                label={t("field.code")}
                autoComplete="one-time-code"
                inputMode="numeric"
                required
                {...form.getInputProps("code")}
              />
              <Button type="submit" loading={save.isPending}>
                {t("twoFactor.confirm")}
              </Button>
            </Stack>
          </Group>
        </form>
      )}
    </Loaded>
  );
}

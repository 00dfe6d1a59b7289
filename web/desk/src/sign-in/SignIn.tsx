import { Alert, Button, Checkbox, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { DoorPage } from "../parts/DoorPage";
import { problemText } from "../parts/problemText";
import { api, ask, ProblemError } from "../server/api";
import { inWords } from "../words/relative";
import { useWords } from "../words/useWords";
import { CodeField } from "./CodeField";

export function SignIn() {
  const { t, language } = useWords();
  const cache = useQueryClient();
  const form = useForm({ initialValues: { email: "", password: "", code: "", remember: true } });
  const enter = useMutation({
    mutationFn: (values: typeof form.values) =>
      ask(api.POST("/api/v1/session", { body: { ...values, code: values.code || undefined } })),
    onSuccess: (session) => {
      // Not clear(): that would leave the page watching a query which no longer exists.
      cache.removeQueries({ type: "inactive" });
      cache.setQueryData(["session"], session);
    },
  });
  const problem = enter.error instanceof ProblemError ? enter.error : null;
  const codeNeeded = problem?.slug === "code-needed" || form.values.code !== "";

  function sentence(error: unknown): string {
    if (problem?.status === 429)
      return t("signIn.lockedOut", { time: inWords(problem.retryAfterSeconds ?? 60, language) });
    if (problem?.status === 401) return t(codeNeeded ? "signIn.wrongCode" : "signIn.failed");
    return problemText(error, t);
  }

  return (
    <DoorPage title={t("signIn.title")}>
      <form onSubmit={form.onSubmit((values) => enter.mutate(values))}>
        <Stack gap="lg">
          {enter.error && !(problem?.slug === "code-needed" && !form.values.code) && (
            <Alert color="red" role="alert">
              {sentence(enter.error)}
            </Alert>
          )}
          <TextInput
            label={t("field.email")}
            type="email"
            autoComplete="username"
            required
            autoFocus
            {...form.getInputProps("email")}
          />
          <PasswordInput
            label={t("field.password")}
            autoComplete="current-password"
            required
            {...form.getInputProps("password")}
          />
          {codeNeeded && <CodeField {...form.getInputProps("code")} />}
          <Checkbox label={t("signIn.remember")} {...form.getInputProps("remember", { type: "checkbox" })} />
          <Button type="submit" size="md" loading={enter.isPending}>
            {t("signIn.enter")}
          </Button>
        </Stack>
      </form>
    </DoorPage>
  );
}

import type { Site } from "@kanal/api";
import { Alert, Button, Group, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { Section } from "../../parts/Section";
import { api, ask } from "../../server/api";
import { exactly } from "../../words/relative";
import { serverNow } from "../../words/serverClock";
import { useWords } from "../../words/useWords";
import { useSave } from "../useSave";

/** A local date and time as the field wants it. */
const inField = (date: Date) =>
  new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
const inTwoHours = () => inField(new Date(serverNow() + 2 * 3_600_000));

export function CloseNow({ site }: { site: Site }) {
  const { t, language } = useWords();
  const params = { path: { id: site.id } };
  const form = useForm({ initialValues: { until: inTwoHours(), reason: "" } });
  const close = useSave(
    ({ until, reason }: typeof form.values) =>
      ask(
        api.PUT("/api/v1/sites/{id}/closed-now", {
          params,
          body: { until: new Date(until).toISOString(), reason: reason.trim() },
        }),
      ),
    { refresh: ["sites"], form },
  );
  const open = useSave((_: undefined) => ask(api.DELETE("/api/v1/sites/{id}/closed-now", { params })), {
    refresh: ["sites"],
  });
  const closed = site.hours.closedNow;

  if (closed)
    return (
      <Alert
        color="yellow"
        mb="lg"
        maw={760}
        title={t("closeNow.closed", { until: closed.until ? exactly(closed.until, language) : "…" })}
      >
        <Group justify="space-between">
          {closed.reason}
          <Button loading={open.isPending} onClick={() => open.mutate(undefined)}>
            {t("closeNow.open")}
          </Button>
        </Group>
      </Alert>
    );
  return (
    <Section title={t("closeNow.title")} intro={t("closeNow.intro")}>
      <form onSubmit={form.onSubmit((values) => close.mutate(values))}>
        <Group align="flex-end">
          <TextInput
            type="datetime-local"
            label={t("closeNow.until")}
            required
            {...form.getInputProps("until")}
          />
          <TextInput label={t("closeNow.reason")} flex={1} miw={180} {...form.getInputProps("reason")} />
          <Button type="submit" variant="default" loading={close.isPending}>
            {t("closeNow.close")}
          </Button>
        </Group>
      </form>
    </Section>
  );
}

import type { Import } from "@kanal/api";
import { Alert, Button, Group, Paper, Progress, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useNavigate } from "react-router";
import { api, ask } from "../../server/api";
import { useSave } from "../../settings/useSave";
import { useWords } from "../../words/useWords";
import { percent, toWrite } from "./counts";
import { ModeChoice } from "./ModeChoice";
import { TakeBack } from "./TakeBack";

/** What can be done with an import as it stands. */
export function ImportSteps({ import: one }: { import: Import }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { id } = one;
  const path = { params: { path: { id } } };
  const refresh = { refresh: ["imports"], quiet: true };
  const start = useSave(() => ask(api.POST("/api/v1/imports/{id}/start", path)), refresh);
  const stop = useSave(() => ask(api.POST("/api/v1/imports/{id}/stop", path)), refresh);
  const plan = useSave(
    (mode: Import["mode"]) => ask(api.PUT("/api/v1/imports/{id}", { ...path, body: { mode } })),
    refresh,
  );
  const forget = useSave(() => ask(api.DELETE("/api/v1/imports/{id}", path)), {
    ...refresh,
    onDone: () => navigate("/knowledge/imports"),
  });
  const count = toWrite(one);
  switch (one.state) {
    case "planned":
      return (
        <Paper withBorder p="lg" mb="lg" maw={760}>
          <Stack gap="md">
            <Text>{count === 0 ? t("imports.nothing") : t("imports.plan", { count })}</Text>
            <ModeChoice mode={plan.variables ?? one.mode} onMode={plan.mutate} />
            <Group>
              <Button
                disabled={count === 0 || plan.isPending}
                loading={start.isPending}
                onClick={() => start.mutate(undefined)}
              >
                {t(one.mode === "publish" ? "imports.start.publish" : "imports.start", { count })}
              </Button>
              <Button variant="default" loading={forget.isPending} onClick={() => forget.mutate(undefined)}>
                {t("imports.forget")}
              </Button>
            </Group>
          </Stack>
        </Paper>
      );
    case "running":
      return (
        <Paper withBorder p="lg" mb="lg" maw={760}>
          <Stack gap="xs">
            <Text role="status">{t("imports.running", { done: one.done, total: one.total })}</Text>
            <Group>
              <Progress flex={1} value={percent(one)} animated aria-label={t("imports.state.running")} />
              <Button variant="default" loading={stop.isPending} onClick={() => stop.mutate(undefined)}>
                {t("imports.stop")}
              </Button>
            </Group>
          </Stack>
        </Paper>
      );
    case "brokenOff":
      return (
        <Alert
          mb="lg"
          maw={760}
          styles={{
            root: { background: "var(--warn-soft)" },
            title: { color: "var(--warn)" },
            icon: { color: "var(--warn)" },
          }}
          icon={<IconAlertTriangle />}
          title={t("imports.brokenOff")}
          role="status"
        >
          <Stack gap="md">
            <Text>
              <span lang="en">{one.trouble}</span> {t("imports.brokenOff.help")}
            </Text>
            <Group>
              <Button loading={start.isPending} onClick={() => start.mutate(undefined)}>
                {t("imports.goOn")}
              </Button>
              {count > 0 && <TakeBack import={one} />}
            </Group>
          </Stack>
        </Alert>
      );
    case "done":
      return (
        <Paper withBorder p="lg" mb="lg" maw={760}>
          <Stack gap="md">
            <Text role="status">
              {count === 0 ? t("imports.done.nothing") : t(`imports.done.${one.mode}`, { count })}
            </Text>
            {count > 0 && (
              <Group>
                <Button onClick={() => navigate("/knowledge/articles")}>{t("imports.toArticles")}</Button>
                <TakeBack import={one} />
              </Group>
            )}
          </Stack>
        </Paper>
      );
    default:
      return (
        <Paper withBorder p="lg" mb="lg" maw={760}>
          <Text role="status">
            {t("imports.undone", { count: one.counts.undone })}
            {one.counts.kept > 0 && ` ${t("imports.kept", { count: one.counts.kept })}`}
          </Text>
        </Paper>
      );
  }
}

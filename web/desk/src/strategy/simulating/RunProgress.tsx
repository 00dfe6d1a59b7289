import type { StrategyRun } from "@kanal/api";
import { Button, Group, Progress, Text } from "@mantine/core";
import { api, ask } from "../../server/api";
import { useSave } from "../../settings/useSave";
import { useWords } from "../../words/useWords";
import { percent } from "../sentences/lengths";
import { runName } from "./names";

/** How far one is, and a way to stop it. */
export function RunProgress({ run }: { run: StrategyRun }) {
  const { t, language } = useWords();
  const path = { params: { path: { site: run.site, id: run.id } } };
  const stop = useSave(() => ask(api.POST("/api/v1/sites/{site}/simulations/{id}/stop", path)), {
    refresh: ["simulations"],
    quiet: true,
  });
  const name = runName(run, t, language);
  return (
    <Group gap="sm" mt="xs" wrap="nowrap">
      <Progress
        flex={1}
        animated
        value={run.progress * 100}
        aria-label={t("strategy.run.running.named", { name })}
      />
      <Text size="xs" c="dimmed">
        {run.progress > 0 ? percent(run.progress, language, 0) : t("strategy.run.waiting")}
      </Text>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t("strategy.run.stop.named", { name })}
        loading={stop.isPending}
        onClick={() => stop.mutate(undefined)}
      >
        {t("strategy.run.stop")}
      </Button>
    </Group>
  );
}

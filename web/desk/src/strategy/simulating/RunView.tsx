import type { StrategyRun } from "@kanal/api";
import { Alert, Paper, Stack, Text, Title } from "@mantine/core";
import { IconAlertTriangle, IconPlayerStop } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { Loaded } from "../../parts/Loaded";
import { useWords } from "../../words/useWords";
import { runDays, runName } from "./names";
import { ResultView } from "./ResultView";
import { RunProgress } from "./RunProgress";
import { runQuery } from "./runQueries";

interface Props {
  run: StrategyRun;
  /** Somebody has asked for just this one: then it is where they go on reading. */
  called: boolean;
}

/** How one stands, and what came of it. */
export function RunView({ run, called }: Props) {
  const { t, language } = useWords();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (called) head.current?.focus();
  }, [called]);
  return (
    <section aria-labelledby="run-shown">
      <Title order={2} id="run-shown" tabIndex={-1} ref={head} w="fit-content">
        {runName(run, t, language)}
      </Title>
      <Text c="dimmed" mb="md">
        {t(run.traffic === "expected" ? "strategy.run.of.expected" : "strategy.run.of", {
          days: runDays(run, language),
          runs: run.runs,
        })}
      </Text>
      {run.state === "running" && (
        <Paper withBorder p="md">
          <Text>{t("strategy.run.running")}</Text>
          <RunProgress run={run} />
        </Paper>
      )}
      {run.state === "failed" && (
        <Alert color="red" icon={<IconAlertTriangle />} title={t("strategy.run.failed.title")}>
          {run.reason}
        </Alert>
      )}
      {run.state === "stopped" && (
        <Alert color="gray" icon={<IconPlayerStop />} title={t("strategy.run.stopped.title")}>
          {t("strategy.run.stopped.means")}
        </Alert>
      )}
      {run.state === "done" && <Done run={run} />}
    </section>
  );
}

function Done({ run }: { run: StrategyRun }) {
  const query = useQuery(runQuery(run.site, run.id));
  return (
    <Loaded query={query}>
      {(whole) =>
        whole.result ? (
          <Stack gap="lg">
            <ResultView run={whole} result={whole.result} />
          </Stack>
        ) : null
      }
    </Loaded>
  );
}

import type { Experiment } from "@kanal/api";
import { Badge, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useId } from "react";
import { Ago } from "../../parts/Ago";
import { useWords } from "../../words/useWords";
import { useStrategy } from "../draft/StrategyContext";
import { percent } from "../sentences/lengths";
import { word } from "../sentences/speech";
import { ArmsTable } from "./ArmsTable";
import { ExperimentActs } from "./ExperimentActs";
import { ReadingView } from "./ReadingView";

export function ExperimentCard({ experiment }: { experiment: Experiment }) {
  const { t, language } = useWords();
  const { mayEdit } = useStrategy();
  const id = useId();
  const { name, kind, state, reading, arms, startedAt, stoppedAt, startedBy, stopReason, note } = experiment;
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={id}>
      <Stack gap="md">
        <Group justify="space-between" align="flex-start">
          <div>
            <Group gap="sm">
              <Title order={2} id={id}>
                {name}
              </Title>
              <Badge color={state === "running" ? "kanal" : "gray"}>
                {t(`strategy.experiment.${state}`)}
              </Badge>
            </Group>
            <Text c="dimmed">
              {t(`strategy.experiment.kind.${kind}`)} ·{" "}
              {arms.map((arm) => `${armName(arm.name)} ${percent(arm.share, language)}`).join(" / ")} ·{" "}
              {t("strategy.experiment.expects", { effect: percent(experiment.expected, language, 2) })}
            </Text>
            {startedAt && (
              <Text size="xs" c="dimmed" component="div">
                {t("strategy.experiment.startedBy", { name: startedBy ?? t("event.someone") })}{" "}
                <Ago at={startedAt} />
                {stoppedAt && (
                  <>
                    {" "}
                    ·{" "}
                    {word(
                      t,
                      `strategy.experiment.stopped.${stopReason ?? "asked"}`,
                      t("strategy.experiment.stopped"),
                    )}{" "}
                    <Ago at={stoppedAt} />
                  </>
                )}
              </Text>
            )}
            {note && <Text>{t("strategy.quoted", { text: note })}</Text>}
          </div>
          {mayEdit && <ExperimentActs experiment={experiment} />}
        </Group>
        {state === "draft" && <Text c="dimmed">{t("strategy.experiment.notYet")}</Text>}
        {reading && state !== "draft" && (
          <>
            <ReadingView reading={reading} alpha={experiment.alpha} />
            <ArmsTable arms={reading.arms} />
          </>
        )}
      </Stack>
    </Paper>
  );

  function armName(arm: string) {
    return word(t, `strategy.experiment.arm.${arm}`, arm);
  }
}

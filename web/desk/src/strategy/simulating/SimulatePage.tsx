import { Stack, Text, Title, VisuallyHidden } from "@mantine/core";
import { IconChartDots3 } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { EmptyPage } from "../../parts/EmptyPage";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { useWords } from "../../words/useWords";
import { useStrategy } from "../draft/StrategyContext";
import room from "../StrategyRoom.module.css";
import { KeptRun } from "./KeptRun";
import { NewRun } from "./NewRun";
import { RunView } from "./RunView";
import { runsQuery } from "./runQueries";
import classes from "./Simulate.module.css";
import { useEnding } from "./useEnding";

/** Two strategies before the same visitors: those who came, once more. */
export function SimulatePage() {
  const { t } = useWords();
  const { site } = useStrategy();
  const runs = useQuery(runsQuery(site.id));
  const said = useEnding(runs.data);
  const [params, setParams] = useSearchParams();
  const at = (id: string) => {
    const next = new URLSearchParams(params);
    next.set("run", id);
    return next;
  };
  return (
    <div className={room.scrolled}>
      <PageHead title={t("strategy.tab.simulate")}>{t("strategy.run.intro")}</PageHead>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      <div className={classes.page}>
        <Stack gap="lg">
          <NewRun onBegun={(id) => setParams(at(id))} />
          <Loaded query={runs}>
            {(all) => {
              const open = params.get("run") ?? all[0]?.id;
              return all.length === 0 ? null : (
                <section aria-labelledby="kept-runs">
                  <Title order={2} size="h3" mb="sm" id="kept-runs">
                    {t("strategy.run.kept")}
                  </Title>
                  <ul className={classes.kept}>
                    {all.map((run) => (
                      <KeptRun key={run.id} run={run} open={run.id === open} to={`?${at(run.id)}`} />
                    ))}
                  </ul>
                </section>
              );
            }}
          </Loaded>
        </Stack>
        <div>
          {runs.data?.length === 0 && (
            <EmptyPage icon={<IconChartDots3 size={32} />} title={t("strategy.run.empty.title")}>
              {t("strategy.run.empty")}
            </EmptyPage>
          )}
          {runs.data && runs.data.length > 0 && shown(runs.data, params.get("run"))}
        </div>
      </div>
    </div>
  );

  function shown(all: NonNullable<typeof runs.data>, wished: string | null) {
    const run = wished === null ? all[0] : all.find(({ id }) => id === wished);
    return run ? (
      <RunView key={run.id} run={run} called={wished !== null} />
    ) : (
      <Text c="dimmed">{t("strategy.run.gone")}</Text>
    );
  }
}

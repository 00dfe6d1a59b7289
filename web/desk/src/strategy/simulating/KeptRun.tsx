import type { StrategyRun } from "@kanal/api";
import { Anchor, Badge, Group, Paper, Text } from "@mantine/core";
import { Link } from "react-router";
import { Ago } from "../../parts/Ago";
import { DeleteButton } from "../../parts/DeleteButton";
import { api, ask } from "../../server/api";
import { useSave } from "../../settings/useSave";
import { useWords } from "../../words/useWords";
import { runDays, runName } from "./names";
import { RunProgress } from "./RunProgress";

interface Props {
  run: StrategyRun;
  open: boolean;
  /** Where it is read. */
  to: string;
}

/** One that was asked for: by whom, when, and how it stands. */
export function KeptRun({ run, open, to }: Props) {
  const { t, language } = useWords();
  const path = { params: { path: { site: run.site, id: run.id } } };
  const forget = useSave(() => ask(api.DELETE("/api/v1/sites/{site}/simulations/{id}", path)), {
    refresh: ["simulations"],
    quiet: true,
  });
  const name = runName(run, t, language);
  return (
    <Paper component="li" withBorder p="sm" {...(open && { bg: "var(--accent-soft)" })}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
        <div>
          <Anchor component={Link} to={to} fw={600} c="inherit" aria-current={open ? "true" : undefined}>
            {name}
          </Anchor>
          <Text size="sm">{runDays(run, language)}</Text>
          <Text size="xs" c="dimmed" component="div">
            {run.createdBy} <Ago at={run.createdAt} />
          </Text>
        </div>
        {run.state === "failed" || run.state === "stopped" ? (
          <Badge color="gray" flex="none">
            {t(`strategy.run.${run.state}`)}
          </Badge>
        ) : null}
        {run.state !== "running" && (
          <DeleteButton
            name={name}
            loses={t("strategy.run.loses")}
            onDelete={() => forget.mutate(undefined)}
          />
        )}
      </Group>
      {run.state === "running" && <RunProgress run={run} />}
    </Paper>
  );
}

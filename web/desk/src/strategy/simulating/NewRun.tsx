import { ProblemError } from "@kanal/api";
import {
  Button,
  Group,
  Loader,
  NumberInput,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import { IconPlayerPlay } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { todayIn } from "../../planning/dates";
import { api, ask } from "../../server/api";
import { useSave } from "../../settings/useSave";
import { useNow } from "../../words/useNow";
import { useWords } from "../../words/useWords";
import { useStrategy } from "../draft/StrategyContext";
import { Card } from "../parts/Card";
import { RecordedDays } from "./RecordedDays";
import { runsQuery } from "./runQueries";
import { useChoices } from "./useChoices";
import {
  bounds,
  draftChoice,
  type Fault,
  faultsOf,
  limits,
  mostDays,
  requestOf,
  type Traffic,
  usual,
  usualDays,
  type Wished,
} from "./wished";

const traffics: readonly Traffic[] = ["recorded", "expected"];

/** Which days come once more, and what stands against what. */
export function NewRun({ onBegun }: { onBegun: (id: string) => void }) {
  const { t } = useWords();
  const { site, draft } = useStrategy();
  const cache = useQueryClient();
  const today = todayIn(site.timeZone, useNow());
  const { loaded, live, numbers, ones, others } = useChoices();
  const [said, setSaid] = useState<Partial<Wished>>({});
  const [refused, setRefused] = useState<Record<string, string>>({});
  const wished = { ...usual(today, live, numbers, draft.exists, said.traffic), ...said };
  const { traffic } = wished;
  const most = mostDays(traffic, wished.from, today);
  const { first, last } = bounds(traffic, today);
  const faults = faultsOf(wished, today);
  const begin = useSave(
    async () => {
      if (wished.other === draftChoice && !(await draft.flush()))
        throw new ProblemError(409, {
          type: "urn:kanal:draft-not-kept",
          detail: t("strategy.run.fault.draft"),
        });
      const run = await ask(
        api.POST("/api/v1/sites/{site}/simulations", {
          params: { path: { site: site.id } },
          body: requestOf(wished),
        }),
      );
      // It stands in the list before the list is asked for anew: a short one is over by then, and its end is to be noticed.
      cache.setQueryData(runsQuery(site.id).queryKey, (known) => [run, ...(known ?? [])]);
      return run;
    },
    {
      refresh: ["simulations"],
      form: { setErrors: setRefused },
      quiet: true,
      onDone: ({ id }) => onBegun(id),
    },
  );
  const say = (more: Partial<Wished>) => {
    setSaid({ ...said, ...more });
    setRefused({});
  };
  // Days of the one are none of the other.
  const sayTraffic = (traffic?: Traffic) => traffic && say({ traffic, ...usualDays(traffic, today) });
  const sayFrom = (from: string) =>
    say({ from, days: Math.min(Number(wished.days) || limits.days.min, mostDays(traffic, from, today)) });
  const faultText = (field: Fault) =>
    field === "from"
      ? t(`strategy.run.fault.from.${traffic}`, { days: limits.past + 1, ahead: limits.ahead })
      : t(`strategy.run.fault.${field}`, { most });
  const error = (field: Fault) => refused[field] ?? (faults.includes(field) ? faultText(field) : undefined);
  const daysFit = !faults.includes("from") && !faults.includes("days");
  return (
    <Card title={t("strategy.run.new")}>
      {loaded ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (faults.length === 0) begin.mutate(undefined);
          }}
        >
          <Stack gap="md">
            <SegmentedControl
              fullWidth
              aria-label={t("strategy.run.traffic")}
              data={traffics.map((value) => ({ value, label: t(`strategy.run.traffic.${value}`) }))}
              value={traffic}
              onChange={(value) => sayTraffic(traffics.find((each) => each === value))}
            />
            <Group grow align="flex-start">
              <TextInput
                type="date"
                label={t("strategy.run.from")}
                min={first}
                max={last}
                value={wished.from}
                error={error("from")}
                onChange={(event) => sayFrom(event.currentTarget.value)}
              />
              <NumberInput
                label={t("strategy.run.days")}
                min={limits.days.min}
                max={most}
                clampBehavior="none"
                value={wished.days}
                error={error("days")}
                onChange={(days) => say({ days })}
              />
            </Group>
            {daysFit && traffic === "recorded" && (
              <RecordedDays from={wished.from} days={Number(wished.days)} />
            )}
            {traffic === "expected" && (
              <Text size="sm" c="dimmed">
                {t("strategy.run.traffic.expected.means")}
              </Text>
            )}
            <Select
              allowDeselect={false}
              label={t("strategy.run.other")}
              data={others}
              value={wished.other}
              error={others.length > 1 && error("other")}
              onChange={(other) => other && say({ other })}
            />
            <Select
              allowDeselect={false}
              label={t("strategy.run.one")}
              data={ones}
              value={wished.one}
              onChange={(one) => one && say({ one })}
            />
            <NumberInput
              label={t("strategy.run.runs")}
              description={t("strategy.run.runs.help")}
              {...limits.runs}
              clampBehavior="none"
              value={wished.runs}
              error={error("runs")}
              onChange={(runs) => say({ runs })}
            />
            {!draft.exists && (
              <Text size="xs" c="dimmed">
                {t("strategy.run.noDraft")}
              </Text>
            )}
            <Button
              type="submit"
              leftSection={<IconPlayerPlay size={16} />}
              disabled={faults.length > 0}
              loading={begin.isPending}
            >
              {t("strategy.run.begin")}
            </Button>
          </Stack>
        </form>
      ) : (
        <Loader size="sm" aria-label={t("loading")} />
      )}
    </Card>
  );
}

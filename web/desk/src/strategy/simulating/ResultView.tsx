import type { StrategyRun, StrategyRunResult } from "@kanal/api";
import { Button, Group, List, Text, Title } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { saveAs } from "../../conversations/stream/files";
import { ChannelIcon } from "../../parts/ChannelMark";
import { useWords } from "../../words/useWords";
import { channelName } from "../sentences/channels";
import { FigureTable } from "./FigureTable";
import { HalfHours } from "./HalfHours";
import { triedName } from "./names";
import { Summary } from "./Summary";
import { csvOf } from "./takeOut";
import { telling } from "./verdict";

/** Words first, then all together, then by channel and by half hour, and what it rests on. */
export function ResultView({ run, result }: { run: StrategyRun; result: StrategyRunResult }) {
  const { t } = useWords();
  const names = { one: triedName(run.one, t), other: triedName(run.other, t) };
  const channels = result.channels.filter(({ figures }) => telling(figures).length > 0);
  const file = (text: string, type: string, ending: string) =>
    saveAs(new Blob([text], { type }), `simulation-${run.from}-${run.id}.${ending}`);
  return (
    <>
      <Summary result={result} other={names.other} />
      <section>
        <Title order={3} mb="xs">
          {t("strategy.run.house")}
        </Title>
        <FigureTable label={t("strategy.run.house")} figures={result.house} {...names} />
      </section>
      {channels.map(({ channel, figures }) => (
        <section key={channel}>
          <Group gap="xs" mb="xs">
            <ChannelIcon channel={channel} />
            <Title order={3}>{channelName(channel, t)}</Title>
          </Group>
          <FigureTable label={channelName(channel, t)} figures={figures} {...names} />
        </section>
      ))}
      <HalfHours slots={result.slots} {...names} />
      <section>
        <Title order={3} mb="xs">
          {t("strategy.run.rests")}
        </Title>
        <List>
          <List.Item>
            {t("strategy.run.rests.on", {
              visitors: result.visitors,
              direct: result.direct,
              agents: result.agents,
            })}
          </List.Item>
          {result.notes.map((note) => (
            <List.Item key={note}>{note}</List.Item>
          ))}
        </List>
        <Text size="xs" c="dimmed" mt="xs">
          {t("strategy.run.means")}
        </Text>
      </section>
      <Group>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} />}
          onClick={() => file(csvOf(result, names.one, names.other), "text/csv", "csv")}
        >
          {t("strategy.run.csv")}
        </Button>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} />}
          onClick={() => file(JSON.stringify(run, null, 2), "application/json", "json")}
        >
          {t("strategy.run.json")}
        </Button>
      </Group>
    </>
  );
}

import type { EntryPoint, Queue } from "@kanal/api";
import { Group, NativeSelect, Stack, Text } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { ChannelMark, channelWord } from "../../parts/ChannelMark";
import { Loaded } from "../../parts/Loaded";
import { Section } from "../../parts/Section";
import { api, ask } from "../../server/api";
import { entryPointsQuery } from "../../server/queries";
import { useWords } from "../../words/useWords";
import { useSave } from "../useSave";

/** "Chat on fjordrejser.dk goes to Bookings." */
export function WaysIn({ queues }: { queues: Queue[] }) {
  const { t } = useWords();
  const points = useQuery(entryPointsQuery);
  const lead = useSave(
    ({ id, queue }: { id: string; queue: string }) =>
      ask(api.PUT("/api/v1/entry-points/{id}", { params: { path: { id } }, body: { queue } })),
    { refresh: ["entryPoints"] },
  );
  const said = ({ channel, siteName }: EntryPoint) =>
    t("queues.way", { channel: t(channelWord(channel)), site: siteName });
  return (
    <Section title={t("queues.ways")} intro={t("queues.ways.intro")}>
      <Loaded query={points}>
        {(all) =>
          all.length === 0 ? (
            <Text c="dimmed">{t("queues.ways.empty")}</Text>
          ) : (
            <Stack gap="sm">
              {all.map((point) => (
                <Group key={point.id} gap="sm">
                  <Group gap="xs" flex="1 1 180px" wrap="nowrap">
                    <ChannelMark channel={point.channel} />
                    <Text>{said(point)}</Text>
                  </Group>
                  <IconArrowRight size={16} aria-hidden color="var(--muted)" />
                  <NativeSelect
                    w={220}
                    aria-label={t("queues.leadsTo", { way: said(point) })}
                    value={point.queue}
                    data={queues.map(({ id, name }) => ({ value: id, label: name }))}
                    onChange={(event) => lead.mutate({ id: point.id, queue: event.currentTarget.value })}
                  />
                </Group>
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Section>
  );
}

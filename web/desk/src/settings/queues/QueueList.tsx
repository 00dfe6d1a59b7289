import type { Queue, RoutingSettings } from "@kanal/api";
import { Badge, Group, Paper, Stack, Text, Title, UnstyledButton } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { ChannelMark } from "../../parts/ChannelMark";
import { entryPointsQuery } from "../../server/queries";
import { percent } from "../../strategy/sentences/lengths";
import { inWords } from "../../words/relative";
import { useWords } from "../../words/useWords";
import { inUse } from "../routing/useChannels";
import { stepsSentence } from "../steps/stepsSentence";
import { useSkillNames } from "../steps/useSkillNames";
import { termsOf } from "./terms";

interface Props {
  queues: Queue[];
  routing: RoutingSettings;
  onEdit: (id: string) => void;
}

export function QueueList({ queues, routing, onEdit }: Props) {
  const { t, language } = useWords();
  const { name } = useSkillNames();
  const points = useQuery(entryPointsQuery).data ?? [];
  const channels = inUse(
    routing,
    points.map(({ channel }) => channel),
  );
  return (
    <Stack gap="md" mb="lg" maw={760} component="ul" p={0} style={{ listStyle: "none" }}>
      {queues.map(({ id, name: called, ...queue }) => {
        const terms = termsOf(queue);
        return (
          <Paper key={id} component="li" withBorder p="md">
            <Stack gap="xs">
              <Group justify="space-between" gap="sm">
                <Title order={2}>
                  <UnstyledButton fz="inherit" fw="inherit" c="var(--accent)" onClick={() => onEdit(id)}>
                    {called}
                  </UnstyledButton>
                </Title>
                <Text c="dimmed">
                  {t("transfer.standing", { waiting: queue.waiting, available: queue.available })}
                </Text>
              </Group>
              <Group gap="md">
                {channels.map(({ channel, targetSeconds }) => {
                  const target = terms.targets.find((each) => each.channel === channel);
                  return (
                    <Group key={channel} gap="xs" wrap="nowrap">
                      <ChannelMark channel={channel} />
                      <Text>
                        {t("queues.within", {
                          share: percent((target?.share ?? 80) / 100, language, 0),
                          time: inWords(target?.seconds ?? targetSeconds, language),
                        })}
                      </Text>
                    </Group>
                  );
                })}
                {terms.value > 1 && <Badge>{t("queues.valued", { value: terms.value })}</Badge>}
              </Group>
              <Text>{t("queues.answeredBy", { steps: stepsSentence(terms.steps, name, t, language) })}</Text>
              <Text c="dimmed">
                {[
                  t("queues.served", { count: queue.servedBy.length }),
                  ...terms.overflow.map(({ afterSeconds, queue: to }) =>
                    t("queues.flows", {
                      time: inWords(afterSeconds, language),
                      queue: queues.find((each) => each.id === to)?.name ?? "",
                    }),
                  ),
                ].join(" · ")}
              </Text>
              {queue.warnings.map(({ step, needs }) => (
                <Group key={step} gap="xs" c="var(--warn)" wrap="nowrap">
                  <IconAlertTriangle size={16} aria-hidden style={{ flex: "none" }} />
                  <Text>
                    {t("queues.nobodyMeets", { needs: stepsSentence([{ needs }], name, t, language) })}
                  </Text>
                </Group>
              ))}
            </Stack>
          </Paper>
        );
      })}
    </Stack>
  );
}

import type { HoursInterval } from "@kanal/api";
import { ActionIcon, Button, Group, Text, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useWords } from "../words/useWords";

interface Props {
  name: string;
  intervals: HoursInterval[];
  onChange: (intervals: HoursInterval[]) => void;
}

/** The field knows no 24:00, and an end at 00:00 is the end of the day. */
const endOfDay = (clock: string) => (clock === "00:00" ? "24:00" : clock);

export function DayHours({ name, intervals, onChange }: Props) {
  const { t } = useWords();
  const set = (at: number, change: Partial<HoursInterval>) =>
    onChange(intervals.map((interval, index) => (index === at ? { ...interval, ...change } : interval)));
  return (
    <Group gap="sm" align="center" role="group" aria-label={name}>
      <Text w={110} tt="capitalize">
        {name}
      </Text>
      {intervals.length === 0 && <Text c="dimmed">{t("hours.closed")}</Text>}
      {intervals.map((interval, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an interval is its place in the day
        <Group key={index} gap="xs" wrap="nowrap">
          <TextInput
            type="time"
            aria-label={t("hours.from", { day: name })}
            value={interval.from}
            onChange={(event) => set(index, { from: event.currentTarget.value })}
          />
          <Text span>–</Text>
          <TextInput
            type="time"
            aria-label={t("hours.to", { day: name })}
            value={interval.to === "24:00" ? "00:00" : interval.to}
            onChange={(event) => set(index, { to: endOfDay(event.currentTarget.value) })}
          />
          <ActionIcon
            aria-label={t("hours.remove", { day: name })}
            onClick={() => onChange(intervals.filter((_, each) => each !== index))}
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={14} />}
        aria-label={t("hours.addTo", { day: name })}
        onClick={() => onChange([...intervals, { from: "09:00", to: "17:00" }])}
      >
        {t("hours.add")}
      </Button>
    </Group>
  );
}

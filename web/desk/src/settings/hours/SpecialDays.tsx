import type { SpecialDay } from "@kanal/api";
import { ActionIcon, Button, Group, Paper, Stack, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { DayHours } from "../../parts/DayHours";
import { useWords } from "../../words/useWords";

interface Props {
  days: SpecialDay[];
  onChange: (days: SpecialDay[]) => void;
}

/** One date with its own hours: they win over the week and over a holiday. */
export function SpecialDays({ days, onChange }: Props) {
  const { t } = useWords();
  const set = (at: number, change: Partial<SpecialDay>) =>
    onChange(days.map((day, index) => (index === at ? { ...day, ...change } : day)));
  return (
    <Stack gap="md">
      {days.map((day, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row keeps its place while its date is typed
        <Paper key={index} withBorder p="md">
          <Group align="flex-end" mb="sm">
            <TextInput
              type="date"
              label={t("field.date")}
              value={day.date}
              onChange={(event) => set(index, { date: event.currentTarget.value })}
            />
            <TextInput
              label={t("field.name")}
              flex={1}
              value={day.name}
              onChange={(event) => set(index, { name: event.currentTarget.value })}
            />
            <ActionIcon
              mb={2}
              aria-label={t("delete.named", { name: day.name || day.date })}
              onClick={() => onChange(days.filter((_, each) => each !== index))}
            >
              <IconX size={16} />
            </ActionIcon>
          </Group>
          <DayHours
            name={t("hours.thatDay")}
            intervals={day.intervals ?? []}
            onChange={(intervals) => set(index, { intervals })}
          />
        </Paper>
      ))}
      <Button
        variant="default"
        style={{ alignSelf: "flex-start" }}
        leftSection={<IconPlus size={14} />}
        onClick={() => onChange([...days, { date: "", name: "", intervals: [] }])}
      >
        {t("specialDays.add")}
      </Button>
    </Stack>
  );
}

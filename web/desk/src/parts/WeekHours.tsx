import { Stack } from "@mantine/core";
import { useWords } from "../words/useWords";
import { DayHours } from "./DayHours";
import { type Week, weekdayName, weekdays } from "./week";

export function WeekHours({ week, onChange }: { week: Week; onChange: (week: Week) => void }) {
  const { language } = useWords();
  return (
    <Stack gap="sm">
      {weekdays.map((day) => (
        <DayHours
          key={day}
          name={weekdayName(day, language)}
          intervals={week[day] ?? []}
          onChange={(intervals) => onChange({ ...week, [day]: intervals })}
        />
      ))}
    </Stack>
  );
}

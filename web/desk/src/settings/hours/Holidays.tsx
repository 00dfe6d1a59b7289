import type { Holiday } from "@kanal/api";
import { ActionIcon, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { dateFormat } from "../../words/locale";
import { useWords } from "../../words/useWords";
import { publicHolidays, withHolidays } from "./publicHolidays";

interface Props {
  holidays: Holiday[];
  onChange: (holidays: Holiday[]) => void;
}

const countries = Object.keys(publicHolidays) as (keyof typeof publicHolidays)[];

/** Closed all day, every year (month and day) or once (a whole date). */
export function Holidays({ holidays, onChange }: Props) {
  const { t, language } = useWords();
  const [name, setName] = useState("");
  const [date, setDate] = useState("");
  const country = new Intl.DisplayNames(language, { type: "region" });

  function when(holiday: Holiday): string {
    if (!holiday.date) return t("holidays.easter", { days: holiday.easterOffset ?? 0 });
    const yearly = holiday.date.length === 5;
    const day = new Date(`${yearly ? `2024-${holiday.date}` : holiday.date}T12:00:00Z`);
    return dateFormat(language, {
      day: "numeric",
      month: "long",
      year: yearly ? undefined : "numeric",
    }).format(day);
  }

  return (
    <Stack gap="sm">
      <Group gap="sm">
        {countries.map((code) => (
          <Button
            key={code}
            variant="default"
            size="compact-md"
            onClick={() => onChange(withHolidays(holidays, publicHolidays[code]))}
          >
            {t("holidays.addCountry", { country: country.of(code) ?? code })}
          </Button>
        ))}
      </Group>
      {holidays.map((holiday) => (
        <Group key={`${holiday.date ?? holiday.easterOffset}${holiday.name}`} gap="sm">
          <Text w={180} c="dimmed">
            {when(holiday)}
          </Text>
          <Text flex={1}>{holiday.name}</Text>
          <ActionIcon
            aria-label={t("delete.named", { name: holiday.name })}
            onClick={() => onChange(holidays.filter((each) => each !== holiday))}
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Group align="flex-end" gap="sm">
        <TextInput
          type="date"
          label={t("field.date")}
          value={date}
          onChange={(event) => setDate(event.currentTarget.value)}
        />
        <TextInput
          label={t("field.name")}
          flex={1}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={!date || !name.trim()}
          leftSection={<IconPlus size={14} />}
          onClick={() => {
            onChange([...holidays, { date, name: name.trim() }]);
            setName("");
            setDate("");
          }}
        >
          {t("holidays.add")}
        </Button>
      </Group>
    </Stack>
  );
}

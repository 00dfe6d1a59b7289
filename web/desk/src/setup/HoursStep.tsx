import { Alert, Stack } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { IconScale } from "@tabler/icons-react";
import { WeekHours } from "../parts/WeekHours";
import { hoursAWeek } from "../parts/week";
import { useWords } from "../words/useWords";
import { chatsAnHour } from "./carries";
import type { SetupValues } from "./setupValues";

const chatsAtOnce = 3;

/** When chat is open, and what one person can honestly carry in that time. */
export function HoursStep({ form }: { form: UseFormReturnType<SetupValues> }) {
  const { t, language } = useWords();
  const hours = Math.round(hoursAWeek(form.values.week) * 10) / 10;
  const number = new Intl.NumberFormat(language);
  return (
    <Stack gap="lg">
      <WeekHours week={form.values.week} onChange={(week) => form.setFieldValue("week", week)} />
      <Alert icon={<IconScale />} title={t("setup.honest.title")} role="status">
        {hours > 0
          ? t("setup.honest", {
              hours: number.format(hours),
              chats: chatsAtOnce,
              anHour: chatsAnHour(chatsAtOnce),
              aWeek: number.format(Math.round(chatsAnHour(chatsAtOnce) * hours)),
            })
          : t("setup.honest.closed")}
      </Alert>
    </Stack>
  );
}

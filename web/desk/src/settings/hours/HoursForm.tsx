import type { HoursDefinition, Site } from "@kanal/api";
import { Alert, Button } from "@mantine/core";
import { useState } from "react";
import { problemText } from "../../parts/problemText";
import { Section } from "../../parts/Section";
import { TimeZoneField } from "../../parts/TimeZoneField";
import { WeekHours } from "../../parts/WeekHours";
import { api, ask, ProblemError } from "../../server/api";
import { useWords } from "../../words/useWords";
import { useSave } from "../useSave";
import { Holidays } from "./Holidays";
import { SpecialDays } from "./SpecialDays";

export function HoursForm({ site }: { site: Site }) {
  const { t } = useWords();
  const [hours, setHours] = useState({ week: {}, holidays: [], specialDays: [], ...site.hours });
  const set = (change: Partial<HoursDefinition>) => setHours({ ...hours, ...change });
  const save = useSave(
    (body: HoursDefinition) =>
      ask(api.PUT("/api/v1/sites/{id}/hours", { params: { path: { id: site.id } }, body })),
    { refresh: ["sites"] },
  );
  const wrong =
    save.error instanceof ProblemError ? Object.values(save.error.problem.errors ?? {}).flat() : [];

  return (
    <>
      <Section title={t("hours.week")}>
        <TimeZoneField
          label={t("field.timeZone")}
          maw={320}
          value={hours.timeZone ?? site.timeZone}
          onChange={(timeZone) => timeZone && set({ timeZone })}
        />
        <WeekHours week={hours.week} onChange={(week) => set({ week })} />
      </Section>
      <Section title={t("holidays.title")} intro={t("holidays.intro")}>
        <Holidays holidays={hours.holidays} onChange={(holidays) => set({ holidays })} />
      </Section>
      <Section title={t("specialDays.title")} intro={t("specialDays.intro")}>
        <SpecialDays days={hours.specialDays} onChange={(specialDays) => set({ specialDays })} />
      </Section>
      {save.error && (
        <Alert color="red" role="alert" maw={760} mb="lg">
          {wrong.length > 0 ? wrong.join(" ") : problemText(save.error, t)}
        </Alert>
      )}
      <Button loading={save.isPending} onClick={() => save.mutate(hours)}>
        {t("save")}
      </Button>
    </>
  );
}

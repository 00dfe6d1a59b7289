import { Button, Group, NativeSelect, Text, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { FormDialog } from "../../parts/FormDialog";
import { useWords } from "../../words/useWords";
import { isDate, longDate } from "../dates";
import { hours } from "../parts/figures";
import { BreakFields } from "./BreakFields";
import { checkedShift, type DraftShift, draftOf } from "./draftShift";
import { overlapping, withNewBreak } from "./moves";
import { type Edited, useShifts } from "./ShiftsContext";
import { workedMinutes } from "./times";
import { timesOn } from "./week";

/** Times in fields: the plain way. */
export function ShiftDialog({ edited, onClose }: { edited: Edited; onClose: () => void }) {
  const { t, language } = useWords();
  const { week, add, move, edit, apply } = useShifts();
  const [agent, setAgent] = useState(edited.agent);
  const [date, setDate] = useState(edited.date);
  const [draft, setDraft] = useState<DraftShift>(() => draftOf(edited.times));
  const [tried, setTried] = useState(false);
  const isNew = edited.index === undefined;
  const name = week.agents.find((each) => each.agent === edited.agent)?.name ?? "";
  const { shift, fault } = checkedShift(draft);
  const sameDay = agent === edited.agent && date === edited.date;
  const over =
    shift && overlapping(timesOn(week, agent, date), shift, sameDay ? (edited.index ?? -1) : -1) >= 0;
  const wrong = fault ?? (over ? "overlaps" : null);

  function submit(event: React.FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!shift || wrong) return;
    const { index } = edited;
    const isDone =
      index === undefined ? add(agent, date, shift) : move({ ...edited, index }, agent, date, shift);
    if (isDone) onClose();
  }

  return (
    <FormDialog
      title={t(isNew ? "planning.shifts.new" : "planning.shifts.change", { name })}
      action={t("save")}
      pending={false}
      onSubmit={submit}
      onClose={onClose}
    >
      <Group grow align="flex-start">
        <NativeSelect
          label={t("planning.shifts.person")}
          value={agent}
          data={week.agents.map((each) => ({ value: each.agent, label: each.name }))}
          onChange={(event) => setAgent(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t("planning.date")}
          value={date}
          onChange={(event) => isDate(event.currentTarget.value) && setDate(event.currentTarget.value)}
        />
      </Group>
      <Group grow align="flex-start">
        <TextInput
          type="time"
          step={900}
          data-autofocus
          label={t("planning.shifts.from")}
          value={draft.from}
          onChange={(event) => setDraft({ ...draft, from: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          step={900}
          label={t("planning.shifts.to")}
          value={draft.to}
          description={shift && shift.to > 1440 ? t("planning.shifts.nextDay") : undefined}
          inputWrapperOrder={["label", "input", "description", "error"]}
          onChange={(event) => setDraft({ ...draft, to: event.currentTarget.value })}
        />
      </Group>
      <BreakFields draft={draft} onChange={setDraft} />
      <Group justify="space-between">
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          disabled={!shift || withNewBreak(shift) === null}
          onClick={() => {
            const next = shift && withNewBreak(shift);
            if (next) setDraft(draftOf(next));
          }}
        >
          {t("planning.shifts.addBreak")}
        </Button>
        <Text size="sm" c="dimmed">
          {shift && t("planning.shifts.worked", { hours: hours(workedMinutes(shift) / 60, language) })}
        </Text>
      </Group>
      {tried && wrong && (
        <Text c="var(--bad)" role="alert">
          {t(`planning.shifts.${wrong}`)}
        </Text>
      )}
      {!isNew && (
        <Group>
          <Button
            variant="default"
            color="red"
            onClick={() => {
              const { index } = edited;
              if (index !== undefined) edit({ ...edited, index }, null);
              onClose();
            }}
          >
            {t("planning.shifts.remove")}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              apply(
                [{ agent: edited.agent, date: edited.date, shifts: [] }],
                t("planning.shifts.said.off", { name, day: longDate(edited.date, language) }),
              );
              onClose();
            }}
          >
            {t("planning.shifts.dayOff")}
          </Button>
        </Group>
      )}
    </FormDialog>
  );
}

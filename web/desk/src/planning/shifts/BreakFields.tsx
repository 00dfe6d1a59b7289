import { ActionIcon, Group, Text, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useWords } from "../../words/useWords";
import type { DraftShift } from "./draftShift";

export function BreakFields({
  draft,
  onChange,
}: {
  draft: DraftShift;
  onChange: (draft: DraftShift) => void;
}) {
  const { t } = useWords();
  const set = (at: number, change: { from?: string; to?: string }) =>
    onChange({
      ...draft,
      breaks: draft.breaks.map((pause, index) => (index === at ? { ...pause, ...change } : pause)),
    });
  return draft.breaks.map((pause, at) => {
    const number = at + 1;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a break is its place in the shift
      <Group key={at} gap="sm" role="group" aria-label={t("planning.shifts.break.number", { number })}>
        <Text size="sm" w={64}>
          {t("planning.shifts.break")}
        </Text>
        <TextInput
          type="time"
          step={900}
          aria-label={t("planning.shifts.break.from", { number })}
          value={pause.from}
          onChange={(event) => set(at, { from: event.currentTarget.value })}
        />
        <Text span>–</Text>
        <TextInput
          type="time"
          step={900}
          aria-label={t("planning.shifts.break.to", { number })}
          value={pause.to}
          onChange={(event) => set(at, { to: event.currentTarget.value })}
        />
        <ActionIcon
          aria-label={t("planning.shifts.break.remove", { number })}
          onClick={() => onChange({ ...draft, breaks: draft.breaks.filter((_, index) => index !== at) })}
        >
          <IconX size={16} />
        </ActionIcon>
      </Group>
    );
  });
}

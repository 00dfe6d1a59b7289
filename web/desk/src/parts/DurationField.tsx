import { Group, Input, NativeSelect, NumberInput } from "@mantine/core";
import { useId, useState } from "react";
import { useWords } from "../words/useWords";

const units = { seconds: 1, minutes: 60, hours: 3600 } as const;
type Unit = keyof typeof units;

const unitOf = (seconds: number): Unit => {
  if (seconds > 0 && seconds % 3600 === 0) return "hours";
  return seconds >= 120 && seconds % 60 === 0 ? "minutes" : "seconds";
};

interface Props {
  label: string;
  hideLabel?: boolean;
  description?: string;
  /** In seconds; undefined where nothing is set. */
  value: number | undefined;
  onChange: (seconds: number | undefined) => void;
  /** What holds where nothing is set, in seconds. */
  usual?: number;
  min?: number;
  error?: string;
}

/** A length of time in the unit in which people say it. */
export function DurationField({
  label,
  hideLabel,
  description,
  value,
  onChange,
  usual,
  min = 1,
  error,
}: Props) {
  const { t } = useWords();
  const id = useId();
  const [unit, setUnit] = useState(unitOf(value ?? usual ?? 0));
  const field = (
    <Group gap={4} wrap="nowrap" mt={hideLabel ? 0 : "xs"}>
      <NumberInput
        id={id}
        aria-label={hideLabel ? label : undefined}
        w={76}
        min={min}
        hideControls
        value={value === undefined ? "" : value / units[unit]}
        placeholder={usual === undefined ? undefined : String(usual / units[unit])}
        error={Boolean(error)}
        onChange={(next) => onChange(typeof next === "number" ? Math.round(next * units[unit]) : undefined)}
      />
      <NativeSelect
        aria-label={t("duration.unit", { of: label })}
        value={unit}
        data={(Object.keys(units) as Unit[]).map((each) => ({ value: each, label: t(`duration.${each}`) }))}
        onChange={(event) => {
          const next = event.currentTarget.value as Unit;
          setUnit(next);
          if (value !== undefined) onChange(Math.round((value / units[unit]) * units[next]));
        }}
      />
    </Group>
  );
  if (hideLabel) return field;
  return (
    <Input.Wrapper label={label} description={description} error={error} labelProps={{ htmlFor: id }}>
      {field}
    </Input.Wrapper>
  );
}

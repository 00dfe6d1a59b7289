import { NativeSelect } from "@mantine/core";
import classes from "./LevelSelect.module.css";

interface Props {
  name: string;
  level: number;
  onChange: (level: number) => void;
  /** 1 where it can't be taken away. */
  lowest?: 0 | 1;
  compact?: boolean;
}

/** A level from 1 to 5, chosen with the mouse or by typing the digit. */
export function LevelSelect({ name, level, onChange, lowest = 0, compact }: Props) {
  const levels = lowest === 0 ? ["–", "1", "2", "3", "4", "5"] : ["1", "2", "3", "4", "5"];
  return (
    <NativeSelect
      aria-label={name}
      w={compact ? 56 : 64}
      size={compact ? "xs" : "sm"}
      value={level === 0 ? "–" : String(level)}
      data={levels}
      data-level={level}
      classNames={compact ? { input: classes.cell ?? "" } : {}}
      onChange={({ currentTarget: { value } }) => onChange(value === "–" ? 0 : Number(value))}
    />
  );
}

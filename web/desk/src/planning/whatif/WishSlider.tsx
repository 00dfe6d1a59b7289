import { Slider, Text } from "@mantine/core";
import classes from "./WhatIf.module.css";

interface Props {
  label: string;
  /** The value as people say it. */
  said: string;
  note: string;
  min: number;
  max: number;
  step?: number;
  value: number;
  onChange: (value: number) => void;
}

export function WishSlider({ label, said, note, min, max, step = 1, value, onChange }: Props) {
  return (
    <div>
      <div className={classes.wish}>
        <Text size="sm" fw={500}>
          {label}
        </Text>
        <Text size="sm" fw={650} className={classes.said ?? ""}>
          {said}
        </Text>
      </div>
      <Slider
        label={null}
        thumbLabel={label}
        thumbValueText={said}
        min={min}
        max={max}
        step={step}
        {...(min < 0 && { startPointValue: 0 })}
        value={value}
        onChange={onChange}
      />
      <Text size="xs" c="dimmed">
        {note}
      </Text>
    </div>
  );
}

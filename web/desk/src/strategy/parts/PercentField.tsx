import { NumberInput, type NumberInputProps } from "@mantine/core";

interface Props extends Omit<NumberInputProps, "value" | "onChange"> {
  /** A share of 1. */
  value?: number | null | undefined;
  onChange: (share: number | null) => void;
}

/** A share, written as people say it: 12 %. */
export function PercentField({ value, onChange, ...field }: Props) {
  return (
    <NumberInput
      w={160}
      suffix=" %"
      hideControls
      decimalScale={2}
      value={value == null ? "" : Math.round(value * 10_000) / 100}
      onChange={(next) => onChange(typeof next === "number" ? next / 100 : null)}
      {...field}
    />
  );
}

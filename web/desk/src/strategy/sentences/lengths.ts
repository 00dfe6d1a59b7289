import { numberFormat } from "./formats";

const units = [
  { unit: "day", seconds: 86_400 },
  { unit: "hour", seconds: 3_600 },
  { unit: "minute", seconds: 60 },
] as const;

/** A length of time said exactly: "90 sec", "2 min", "36 hr". Nothing is rounded, as a limit is a limit. */
export function exactLength(seconds: number, language: string): string {
  const step = units.find((each) => seconds >= each.seconds && seconds % each.seconds === 0);
  const { unit, seconds: each } = step ?? { unit: "second", seconds: 1 };
  return numberFormat(language, {
    style: "unit",
    unit,
    unitDisplay: unit === "day" ? "long" : "short",
  }).format(seconds / each);
}

export const amount = (value: number, language: string) =>
  numberFormat(language, { maximumFractionDigits: 2 }).format(value);

export const percent = (share: number, language: string, digits = 1) =>
  numberFormat(language, { style: "percent", maximumFractionDigits: digits }).format(share);

/** How a language divides numbers, for fields that are written in. */
export function separators(language: string) {
  const parts = numberFormat(language, { useGrouping: true }).formatToParts(12_345.6);
  const found = (type: Intl.NumberFormatPartTypes) => parts.find((part) => part.type === type)?.value;
  return { thousandSeparator: found("group") ?? "", decimalSeparator: found("decimal") ?? "." };
}

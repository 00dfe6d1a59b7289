import { numberFormat } from "../../strategy/sentences/formats";
import { percent } from "../../strategy/sentences/lengths";

/** What is not known is a dash, never a nought. */
export const unknown = "–";

export const number = (value: number | null | undefined, language: string, digits = 1) =>
  value == null ? unknown : numberFormat(language, { maximumFractionDigits: digits }).format(value);

export const share = (value: number | null | undefined, language: string, digits = 0) =>
  value == null ? unknown : percent(value, language, digits);

export const signed = (value: number, language: string, digits = 1) =>
  numberFormat(language, { maximumFractionDigits: digits, signDisplay: "exceptZero" }).format(value);

export const signedShare = (value: number, language: string) =>
  numberFormat(language, { style: "percent", maximumFractionDigits: 0, signDisplay: "exceptZero" }).format(
    value,
  );

export const hours = (value: number | null | undefined, language: string) =>
  value == null
    ? unknown
    : numberFormat(language, { style: "unit", unit: "hour", maximumFractionDigits: 1 }).format(value);

/** 45 s, 4 min, 1.5 h: as short as a figure may be. */
export function length(seconds: number | null | undefined, language: string) {
  if (seconds == null) return unknown;
  const [unit, each] =
    seconds < 120
      ? (["second", 1] as const)
      : seconds < 5400
        ? (["minute", 60] as const)
        : (["hour", 3600] as const);
  return numberFormat(language, {
    style: "unit",
    unit,
    maximumFractionDigits: unit === "second" ? 0 : 1,
  }).format(seconds / each);
}

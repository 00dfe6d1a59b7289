import type { Facts } from "@kanal/api";
import { dateFormat } from "../../words/locale";

export function localTime(
  timeZone: string | undefined | null,
  now: number,
  language: string,
): string | undefined {
  if (!timeZone) return undefined;
  try {
    return dateFormat(language, {
      timeZone,
      weekday: "short",
      hour: "2-digit",
      minute: "2-digit",
    }).format(now);
  } catch {
    // The visitor's browser may name a zone that ours does not know.
    return undefined;
  }
}

export function languageName(code: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}

export function basketInWords(basket: NonNullable<Facts["basket"]>, language: string): string {
  if (!basket.currency) return new Intl.NumberFormat(language).format(basket.value);
  try {
    return new Intl.NumberFormat(language, { style: "currency", currency: basket.currency }).format(
      basket.value,
    );
  } catch {
    return `${basket.value} ${basket.currency}`;
  }
}

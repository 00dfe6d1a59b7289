import type { RunFigure } from "@kanal/api";
import { length, number } from "../../planning/parts/figures";
import type { Translate } from "../../words/words";
import { numberFormat } from "../sentences/formats";
import { percent } from "../sentences/lengths";

const shares = new Set([
  "service_level",
  "p_abandon",
  "left_in_service",
  "contact_rate",
  "deflection",
  "occupancy",
]);
const lengths = new Set(["mean_wait_s", "asa_s", "aht_s"]);

const digits = (value: number) => (Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0);

/** A figure as people say it: a share, a length of time, or a number. */
export function valueText(key: string, value: number, language: string): string {
  if (shares.has(key)) return percent(value, language);
  return lengths.has(key) ? length(value, language) : number(value, language, digits(value));
}

const sign = { signDisplay: "exceptZero" } as const;

const points = (share: number, language: string) =>
  numberFormat(language, { maximumFractionDigits: 1, ...sign }).format(share * 100);

/** How much more or less; between shares that is points. */
export function differenceText(key: string, value: number, t: Translate, language: string): string {
  if (shares.has(key)) return t("strategy.experiment.points", { value: points(value, language) });
  if (!lengths.has(key))
    return numberFormat(language, { maximumFractionDigits: digits(value), ...sign }).format(value);
  return Math.round(value) === 0
    ? length(0, language)
    : `${value > 0 ? "+" : "-"}${length(Math.abs(value), language)}`;
}

/** From one end to the other, in the numbers of the difference. */
export function intervalText({ key, between }: RunFigure, t: Translate, language: string) {
  const { low, high } = between;
  if (low == null || high == null) return undefined;
  return t("strategy.run.interval", {
    low: shares.has(key) ? points(low, language) : differenceText(key, low, t, language),
    high: differenceText(key, high, t, language),
  });
}

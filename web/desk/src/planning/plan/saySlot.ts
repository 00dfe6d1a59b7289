import type { Translate } from "../../words/words";
import { number, share } from "../parts/figures";
import { isShort, type TimedSlot } from "./timed";

/** A half hour in short sentences, those about nothing left out. */
export function saySlot(slot: TimedSlot, t: Translate, language: string): string[] {
  const { open, forecast, actual, scheduled, planned, gap, expected } = slot;
  const said: string[] = [];
  if (!open) said.push(t("planning.slot.closed"));
  if (forecast)
    said.push(
      t("planning.slot.expected", {
        mean: number(forecast.mean, language),
        low: number(forecast.low, language),
        high: number(forecast.high, language),
      }),
    );
  if (actual) said.push(t("planning.slot.came", { number: number(actual.offered, language) }));
  if (scheduled != null || planned > 0)
    said.push(
      t("planning.slot.people", { planned: number(planned, language), needed: number(scheduled, language) }),
    );
  if (gap != null && isShort(slot)) said.push(t("planning.slot.short", { number: number(-gap, language) }));
  if (expected?.serviceLevel != null)
    said.push(t("planning.slot.level", { share: share(expected.serviceLevel, language) }));
  return said;
}

import type { Value } from "../definition/definition";
import type { Fact } from "../facts/fact";
import { amount, exactLength } from "./lengths";
import { listed, type Speech, word } from "./speech";

export const factName = (key: string, { t, facts }: Speech) =>
  facts.get(key)?.own ? key.replace(/^own\./, "") : word(t, `fact.${key}`, key);

/** One of the texts that a fact can be: "phone", "the payment form was refused". */
export const choiceName = (key: string, choice: string, { t }: Pick<Speech, "t">) =>
  word(t, `fact.${key}.${choice}`, choice);

/** A value as it is said: "5,000", "2 min", "phone or tablet". */
export function valueInWords(
  fact: Fact | undefined,
  value: Value,
  speech: Speech,
  type?: Intl.ListFormatType,
): string {
  if (Array.isArray(value))
    return listed(
      value.map((each) => valueInWords(fact, each, speech)),
      speech.language,
      type,
    );
  if (typeof value === "boolean") return speech.t(value ? "strategy.yes" : "strategy.no");
  if (typeof value === "number") return numberInWords(fact, value, speech);
  if (fact?.unit === "timeOfDay") return value;
  return fact?.choices?.includes(value)
    ? choiceName(fact.key, value, speech)
    : speech.t("strategy.quoted", { text: value });
}

function numberInWords(fact: Fact | undefined, value: number, { language }: Speech): string {
  if (fact?.unit === "seconds") return exactLength(value, language);
  if (fact?.unit === "hours") return exactLength(value * 3_600, language);
  if (fact?.unit === "timeOfDay") return clock(value);
  return amount(value, language);
}

const two = (number: number) => String(number).padStart(2, "0");

/** Minutes since midnight as "09:30". */
export const clock = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(Math.round(minutes) % 60)}`;

export function minutesOf(time: string): number | undefined {
  const match = /^(\d{1,2}):(\d{2})$/.exec(time);
  return match ? Number(match[1]) * 60 + Number(match[2]) : undefined;
}

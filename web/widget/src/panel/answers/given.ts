import type { FormField } from "../../contract";
import type { Texts } from "../texts";

export type Value = string | number | boolean | string[];
/** What is filled in so far, by the fields' keys. */
export type Given = Record<string, Value | undefined>;

export function isEmpty(value: Value | undefined): boolean {
  if (typeof value === "string") return value.trim() === "";
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

/** Only what is surely wrong is stopped here; the server looks more closely. */
export const missing = (field: FormField, given: Given) => field.required && isEmpty(given[field.key]);

export function inWords(fields: FormField[], given: Given, t: Texts): string {
  return fields
    .filter(({ key }) => !isEmpty(given[key]))
    .map((field) => `${field.label}: ${words(field, given[field.key], t)}`)
    .join("\n");
}

function words({ choices = [] }: FormField, value: Value | undefined, t: Texts): string {
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  const chosen = Array.isArray(value) ? value : [String(value).trim()];
  return chosen.map((one) => choices.find(({ key }) => key === one)?.label ?? one).join(", ");
}

export const filledIn = (given: Given) => Object.values(given).filter((value) => !isEmpty(value)).length;

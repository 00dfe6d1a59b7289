import type { FormField } from "@kanal/api";
import type { Translate } from "../../words/words";

export type Given = string | number | boolean | string[] | File[] | undefined;

const isEmpty = (given: Given) =>
  given === undefined || given === "" || given === false || (Array.isArray(given) && given.length === 0);

/** What is wrong with an answer, in words; undefined where nothing is. The server looks at it again. */
export function faultOf(field: FormField, given: Given, t: Translate): string | undefined {
  if (isEmpty(given)) return field.required ? t("fault.required") : undefined;
  switch (field.kind) {
    case "text":
    case "longText":
      return textFault(field, String(given), t);
    case "email":
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(String(given)) ? undefined : t("fault.email");
    case "phone":
      return isPhone(String(given)) ? undefined : t("fault.phone");
    case "number":
      return numberFault(field, Number(given), t);
    case "date":
      return dateFault(field, String(given), t);
    case "choice":
      return field.choices?.some(({ key }) => key === given) ? undefined : t("fault.choice");
    case "several":
    case "file":
      return countFault(field, Array.isArray(given) ? given.length : 1, t);
    case "yesNo":
      return undefined;
  }
}

export function faultsOf(
  fields: FormField[],
  given: Record<string, Given>,
  t: Translate,
): Record<string, string> {
  const faults = fields.map((field) => [field.key, faultOf(field, given[field.key], t)] as const);
  return Object.fromEntries(
    faults.filter((fault): fault is readonly [string, string] => fault[1] !== undefined),
  );
}

const isPhone = (given: string) =>
  /^\+?[\d\s()./-]+$/.test(given) &&
  given.replace(/\D/g, "").length >= 6 &&
  given.replace(/\D/g, "").length <= 15;

function textFault({ least, most, pattern, patternHint }: FormField, given: string, t: Translate) {
  const length = [...given].length;
  if (isSet(least) && length < least) return t("fault.shorter", { count: least });
  if (isSet(most) && length > most) return t("fault.longer", { count: most });
  if (pattern && !matches(pattern, given)) return patternHint || t("fault.pattern");
  return undefined;
}

function numberFault({ least, most }: FormField, given: number, t: Translate) {
  if (Number.isNaN(given)) return t("fault.number");
  if (isSet(least) && given < least) return t("fault.least", { least });
  if (isSet(most) && given > most) return t("fault.most", { most });
  return undefined;
}

function dateFault({ earliest, latest }: FormField, given: string, t: Translate) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(given) || Number.isNaN(Date.parse(given))) return t("fault.date");
  if (earliest && given < earliest) return t("fault.earliest", { earliest });
  if (latest && given > latest) return t("fault.latest", { latest });
  return undefined;
}

function countFault({ least, most }: FormField, count: number, t: Translate) {
  if (isSet(least) && count < least) return t("fault.fewer", { count: least });
  if (isSet(most) && count > most) return t("fault.more", { count: most });
  return undefined;
}

const isSet = (limit: number | null | undefined): limit is number => limit !== null && limit !== undefined;

function matches(pattern: string, given: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, "u").test(given);
  } catch {
    // The server's kind of patterns and the browser's are not quite the same; the server decides.
    return true;
  }
}

import type { FieldKind, FormField } from "@kanal/api";
import { keyOf } from "./keys";

export const fieldKinds = [
  "text",
  "longText",
  "email",
  "phone",
  "number",
  "date",
  "choice",
  "several",
  "yesNo",
  "file",
] as const satisfies FieldKind[];

export const chooses = (kind: FieldKind) => kind === "choice" || kind === "several";

/** Which limits a kind knows. */
export const limitsOf = (kind: FieldKind): "letters" | "value" | "count" | "days" | null =>
  ({
    text: "letters",
    longText: "letters",
    number: "value",
    several: "count",
    file: "count",
    date: "days",
    email: null,
    phone: null,
    choice: null,
    yesNo: null,
  })[kind] as "letters" | "value" | "count" | "days" | null;

export const newField = (kind: FieldKind, label: string, choice: string, taken: string[]): FormField => ({
  key: keyOf(label, taken),
  kind,
  label,
  required: false,
  choices: chooses(kind) ? [{ key: keyOf(choice, []), label: choice }] : [],
});

/** Another kind keeps the question and lets go of the limits that it does not know. */
export function asKind(field: FormField, kind: FieldKind, choice: string): FormField {
  const { key, label, hint, required, choices = [] } = field;
  const same = limitsOf(field.kind) === limitsOf(kind);
  const kept = chooses(kind)
    ? choices.length > 0
      ? choices
      : newField(kind, label, choice, []).choices
    : [];
  return { ...(same ? field : {}), key, label, hint, required, kind, choices: kept };
}

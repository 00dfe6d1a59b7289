import type { FormField } from "../../contract";
import type { Value } from "../answers/given";
import { useWidget } from "../context";
import { ChoiceEntry } from "./choice-entry";
import { FileEntry } from "./file-entry";

interface Props {
  field: FormField;
  value: Value | undefined;
  wrong?: string;
  onValue: (value: Value | undefined) => void;
}

/** One question of a form. */
export function FormEntry({ field, value, wrong, onValue }: Props) {
  const { t } = useWidget();
  const { key, kind, label, hint, required } = field;
  const id = `kanal-field-${key}`;
  const note = wrong ?? hint;
  const title = required ? label : `${label} ${t("optional")}`;
  const chosen = kind === "choice" || kind === "several" || kind === "yesNo";
  const typed = {
    id,
    value: String(value ?? ""),
    required,
    "aria-invalid": wrong !== undefined,
    "aria-describedby": note ? `${id}-note` : undefined,
    onInput: (event: Event) => onValue((event.currentTarget as HTMLInputElement).value || undefined),
  };

  return (
    <div class="field">
      {!chosen && <label for={id}>{title}</label>}
      {chosen && (
        <ChoiceEntry field={field} title={title} value={value} id={id} wrong={wrong} onValue={onValue} />
      )}
      {kind === "text" && <input {...typed} type="text" />}
      {kind === "longText" && <textarea {...typed} rows={4} />}
      {kind === "email" && <input {...typed} type="email" autoComplete="email" />}
      {kind === "phone" && <input {...typed} type="tel" autoComplete="tel" />}
      {kind === "number" && <input {...typed} type="text" inputMode="decimal" />}
      {kind === "date" && (
        <input {...typed} type="date" min={field.earliest ?? undefined} max={field.latest ?? undefined} />
      )}
      {kind === "file" && <FileEntry id={id} value={value} onValue={onValue} />}
      {note && (
        <p class={wrong ? "wrong" : "muted hint"} id={`${id}-note`}>
          {note}
        </p>
      )}
    </div>
  );
}

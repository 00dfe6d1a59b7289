import type { FormField } from "../../contract";
import type { Value } from "../answers/given";
import { useWidget } from "../context";

interface Props {
  id: string;
  field: FormField;
  title: string;
  value: Value | undefined;
  wrong?: string;
  onValue: (value: Value | undefined) => void;
}

/** One of some, several of some, yes or no. */
export function ChoiceEntry({ id, field, title, value, wrong, onValue }: Props) {
  const { t } = useWidget();
  const several = field.kind === "several";
  const choices: { key: Value; label: string }[] =
    field.kind === "yesNo"
      ? [
          { key: true, label: t("yes") },
          { key: false, label: t("no") },
        ]
      : (field.choices ?? []);
  const chosen = several ? ((value as string[] | undefined) ?? []) : [value];

  function choose(key: Value) {
    if (!several) return onValue(key);
    const keys = chosen as string[];
    onValue(keys.includes(key as string) ? keys.filter((one) => one !== key) : [...keys, key as string]);
  }

  return (
    <fieldset class="choices" aria-describedby={wrong || field.hint ? `${id}-note` : undefined}>
      <legend>{title}</legend>
      {choices.map(({ key, label }, at) => (
        <label key={String(key)}>
          <input
            type={several ? "checkbox" : "radio"}
            name={id}
            checked={(chosen as Value[]).includes(key)}
            aria-invalid={at === 0 && wrong !== undefined}
            onChange={() => choose(key)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

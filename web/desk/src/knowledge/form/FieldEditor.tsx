import type { FieldKind, FormField } from "@kanal/api";
import { Checkbox, Group, Select, Stack, TextInput } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { ChoicesEditor } from "./ChoicesEditor";
import { FieldLimits } from "./FieldLimits";
import { asKind, chooses, fieldKinds } from "./fields";
import { keyOf } from "./keys";

interface Props {
  field: FormField;
  keyStays: boolean;
  /** The others' keys. */
  taken: string[];
  errorOf: (name: string) => string | undefined;
  onChange: (changes: Partial<FormField>) => void;
}

export function FieldEditor({ field, keyStays, taken, errorOf, onChange }: Props) {
  const { t } = useWords();
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-start" grow preventGrowOverflow={false}>
        <TextInput
          flex="2 1 220px"
          label={t("knowledge.field")}
          required
          maxLength={200}
          value={field.label}
          error={errorOf("label")}
          onChange={(event) => {
            const label = event.currentTarget.value;
            onChange(keyStays ? { label } : { label, key: keyOf(label, taken) });
          }}
        />
        <Select
          flex="1 1 150px"
          label={t("knowledge.field.kind")}
          allowDeselect={false}
          data={fieldKinds.map((value) => ({ value, label: t(`knowledge.fieldKind.${value}`) }))}
          value={field.kind}
          onChange={(kind) =>
            kind && onChange(withoutOld(field, asKind(field, kind as FieldKind, t("knowledge.choice.new"))))
          }
        />
      </Group>
      <TextInput
        label={t("knowledge.field.hint")}
        maxLength={500}
        value={field.hint ?? ""}
        error={errorOf("hint")}
        onChange={(event) => onChange({ hint: event.currentTarget.value || undefined })}
      />
      {chooses(field.kind) && (
        <ChoicesEditor
          of={field.label}
          choices={field.choices ?? []}
          error={errorOf("choices")}
          onChange={(choices) => onChange({ choices })}
        />
      )}
      <FieldLimits field={field} errorOf={errorOf} onChange={onChange} />
      <Checkbox
        label={t("knowledge.field.required")}
        checked={field.required ?? false}
        onChange={(event) => onChange({ required: event.currentTarget.checked })}
      />
    </Stack>
  );
}

/** A change that also takes away what the new kind does not have. */
const withoutOld = (before: FormField, after: FormField): Partial<FormField> => ({
  ...Object.fromEntries(Object.keys(before).map((name) => [name, undefined])),
  ...after,
});

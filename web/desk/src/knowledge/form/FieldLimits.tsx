import type { FormField } from "@kanal/api";
import { Group, NumberInput, Stack, TextInput } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { limitsOf } from "./fields";

interface Props {
  field: FormField;
  errorOf: (name: string) => string | undefined;
  onChange: (changes: Partial<FormField>) => void;
}

/** The limits that the field's kind knows. */
export function FieldLimits({ field, errorOf, onChange }: Props) {
  const { t } = useWords();
  const limits = limitsOf(field.kind);
  if (limits === null) return null;
  if (limits === "days")
    return (
      <Group gap="sm" grow>
        {(["earliest", "latest"] as const).map((name) => (
          <TextInput
            key={name}
            type="date"
            label={t(`knowledge.limit.${name}`)}
            value={field[name] ?? ""}
            error={errorOf(name)}
            onChange={(event) => onChange({ [name]: event.currentTarget.value || undefined })}
          />
        ))}
      </Group>
    );
  return (
    <Stack gap="sm">
      <Group gap="sm" grow align="flex-start">
        {(["least", "most"] as const).map((name) => (
          <NumberInput
            key={name}
            label={t(`knowledge.limit.${limits}.${name}`)}
            hideControls
            allowDecimal={limits === "value"}
            min={limits === "value" ? undefined : 0}
            value={field[name] ?? ""}
            error={errorOf(name)}
            onChange={(value) => onChange({ [name]: value === "" ? undefined : Number(value) })}
          />
        ))}
      </Group>
      {field.kind === "text" && (
        <Group gap="sm" grow align="flex-start">
          <TextInput
            label={t("knowledge.limit.pattern")}
            description={t("knowledge.limit.pattern.help")}
            styles={{ input: { fontFamily: "var(--font-mono)" } }}
            maxLength={200}
            value={field.pattern ?? ""}
            error={errorOf("pattern")}
            onChange={(event) => onChange({ pattern: event.currentTarget.value || undefined })}
          />
          {field.pattern && (
            <TextInput
              label={t("knowledge.limit.patternHint")}
              description={t("knowledge.limit.patternHint.help")}
              maxLength={500}
              value={field.patternHint ?? ""}
              error={errorOf("patternHint")}
              onChange={(event) => onChange({ patternHint: event.currentTarget.value || undefined })}
            />
          )}
        </Group>
      )}
    </Stack>
  );
}

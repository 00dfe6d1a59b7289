import type { FormField } from "@kanal/api";
import { Fieldset, Stack } from "@mantine/core";
import { AskedField } from "./AskedField";
import type { Given } from "./faults";

interface Props {
  fields: FormField[];
  given: Record<string, Given>;
  faults: Record<string, string>;
  readOnly?: boolean;
  onChange?: (key: string, given: Given) => void;
}

/** A form's fields as whoever fills them in sees them. */
export function FormFields({ fields, given, faults, readOnly = false, onChange }: Props) {
  return (
    <Fieldset variant="unstyled" disabled={readOnly}>
      <Stack gap="md" mt="md">
        {fields.map((field) => (
          <AskedField
            key={field.key}
            field={field}
            given={given[field.key]}
            fault={faults[field.key]}
            onChange={(value) => onChange?.(field.key, value)}
          />
        ))}
      </Stack>
    </Fieldset>
  );
}

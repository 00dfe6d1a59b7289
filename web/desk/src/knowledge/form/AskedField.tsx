import type { FormField } from "@kanal/api";
import { Checkbox, FileInput, NumberInput, Radio, Stack, Textarea, TextInput } from "@mantine/core";
import type { Given } from "./faults";

interface Props {
  field: FormField;
  given: Given;
  fault?: string;
  onChange: (given: Given) => void;
}

const inputTypes = { text: "text", email: "email", phone: "tel", date: "date" } as const;

/** One question of a form, to be answered. */
export function AskedField({ field, given, fault, onChange }: Props) {
  const asked = {
    label: field.label,
    description: field.hint ?? undefined,
    withAsterisk: field.required ?? false,
    error: fault,
  };
  switch (field.kind) {
    case "longText":
      return (
        <Textarea
          {...asked}
          autosize
          minRows={3}
          value={String(given ?? "")}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case "number":
      return (
        <NumberInput
          {...asked}
          hideControls
          value={typeof given === "number" ? given : ""}
          onChange={(value) => onChange(value === "" ? undefined : Number(value))}
        />
      );
    case "choice":
      return (
        <Radio.Group {...asked} value={String(given ?? "")} onChange={onChange}>
          <Stack gap="xs" mt="xs">
            {field.choices?.map(({ key, label }) => (
              <Radio key={key} value={key} label={label} />
            ))}
          </Stack>
        </Radio.Group>
      );
    case "several":
      return (
        <Checkbox.Group
          {...asked}
          value={Array.isArray(given) ? (given as string[]) : []}
          onChange={onChange}
        >
          <Stack gap="xs" mt="xs">
            {field.choices?.map(({ key, label }) => (
              <Checkbox key={key} value={key} label={label} />
            ))}
          </Stack>
        </Checkbox.Group>
      );
    case "yesNo":
      return (
        <Checkbox
          label={`${field.label}${field.required ? " *" : ""}`}
          description={asked.description}
          error={fault}
          checked={given === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case "file":
      return (
        <FileInput
          {...asked}
          multiple
          value={Array.isArray(given) ? (given as File[]) : []}
          onChange={onChange}
          clearable
        />
      );
    default:
      return (
        <TextInput
          {...asked}
          type={inputTypes[field.kind]}
          value={String(given ?? "")}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}

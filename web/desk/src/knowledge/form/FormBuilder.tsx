import type { FieldKind, FormField } from "@kanal/api";
import { Button, Menu, Stack, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useWords } from "../../words/useWords";
import { Ordered } from "../order/Ordered";
import { FieldEditor } from "./FieldEditor";
import { fieldKinds, newField } from "./fields";

interface Props {
  fields: FormField[];
  /** As they were published: their keys stay, since answers are kept under them. */
  settled: FormField[];
  /** Of another language, whose fields have the same keys. */
  translates: boolean;
  errors: Record<string, string>;
  onChange: (fields: FormField[]) => void;
}

export function FormBuilder({ fields, settled, translates, errors, onChange }: Props) {
  const { t } = useWords();
  const add = (kind: FieldKind) =>
    onChange([
      ...fields,
      newField(
        kind,
        t(`knowledge.fieldKind.${kind}`),
        t("knowledge.choice.new"),
        fields.map(({ key }) => key),
      ),
    ]);
  return (
    <Stack gap="sm" role="group" aria-label={t("knowledge.fields")}>
      <Text fw={600}>{t("knowledge.fields")}</Text>
      {fields.length === 0 && <Text c="dimmed">{t("knowledge.fields.empty")}</Text>}
      {errors["content.fields"] && <Text c="var(--bad)">{errors["content.fields"]}</Text>}
      <Ordered items={fields} onChange={onChange} nameOf={(field) => field.label}>
        {(field, at, change) => (
          <FieldEditor
            field={field}
            keyStays={translates || settled.some(({ key }) => key === field.key)}
            taken={fields.filter((each) => each !== field).map(({ key }) => key)}
            errorOf={(name) => errors[`content.fields.${at}.${name}`]}
            onChange={change}
          />
        )}
      </Ordered>
      <Menu>
        <Menu.Target>
          <Button variant="default" leftSection={<IconPlus size={16} />}>
            {t("knowledge.field.add")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {fieldKinds.map((kind) => (
            <Menu.Item key={kind} onClick={() => add(kind)}>
              {t(`knowledge.fieldKind.${kind}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Stack>
  );
}

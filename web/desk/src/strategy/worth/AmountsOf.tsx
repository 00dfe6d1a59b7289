import { ActionIcon, Group, Input, NativeSelect, NumberInput, Stack, Text, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useWords } from "../../words/useWords";

interface Props {
  title: string;
  keyLabel: string;
  add: string;
  amounts: Record<string, number>;
  onChange: (amounts: Record<string, number>) => void;
  /** What can be named; anything where it is left out. */
  choices?: { value: string; label: string }[];
}

/** Amounts by name: of topics, of channels. */
export function AmountsOf({ title, keyLabel, add, amounts, onChange, choices }: Props) {
  const { t } = useWords();
  const [next, setNext] = useState("");
  const called = (key: string) => choices?.find(({ value }) => value === key)?.label ?? key;
  const free = choices?.filter(({ value }) => !(value in amounts));
  const put = (key: string) => {
    if (key && !(key in amounts)) onChange({ ...amounts, [key]: 0 });
    setNext("");
  };
  return (
    <Stack gap="xs" role="group" aria-label={title}>
      <Input.Label component="div">{title}</Input.Label>
      {Object.entries(amounts).map(([key, value]) => (
        <Group key={key} gap="sm" wrap="nowrap">
          <Text flex={1} truncate>
            {called(key)}
          </Text>
          <NumberInput
            w={120}
            hideControls
            aria-label={`${title}: ${called(key)}`}
            value={value}
            onChange={(amount) => onChange({ ...amounts, [key]: typeof amount === "number" ? amount : 0 })}
          />
          <ActionIcon
            aria-label={t("delete.named", { name: called(key) })}
            onClick={() =>
              onChange(Object.fromEntries(Object.entries(amounts).filter(([each]) => each !== key)))
            }
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ))}
      {free ? (
        free.length > 0 && (
          <NativeSelect
            w={220}
            aria-label={add}
            value=""
            data={[{ value: "", label: add }, ...free]}
            onChange={(event) => put(event.currentTarget.value)}
          />
        )
      ) : (
        <TextInput
          w={220}
          aria-label={keyLabel}
          placeholder={add}
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
          onBlur={() => put(next.trim())}
          onKeyDown={(event) => event.key === "Enter" && put(next.trim())}
        />
      )}
    </Stack>
  );
}

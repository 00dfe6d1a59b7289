import type { FormField } from "@kanal/api";
import { ActionIcon, Button, Group, Input, Stack, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useRef } from "react";
import { useWords } from "../../words/useWords";
import { keyOf } from "./keys";

type Choice = NonNullable<FormField["choices"]>[number];

interface Props {
  /** The question. */
  of: string;
  choices: Choice[];
  error?: string;
  onChange: (choices: Choice[]) => void;
}

export function ChoicesEditor({ of, choices, error, onChange }: Props) {
  const { t } = useWords();
  const list = useRef<HTMLDivElement>(null);

  function add() {
    const label = t("knowledge.choice.new");
    const key = keyOf(
      label,
      choices.map((choice) => choice.key),
    );
    onChange([...choices, { key, label }]);
    requestAnimationFrame(() => [...(list.current?.querySelectorAll("input") ?? [])].at(-1)?.select());
  }

  return (
    <Input.Wrapper label={t("knowledge.choices")} error={error} labelElement="div">
      <Stack
        ref={list}
        gap="xs"
        align="flex-start"
        role="group"
        aria-label={t("knowledge.choices.of", { of })}
      >
        {choices.map((choice, at) => (
          <Group key={choice.key} gap="xs" wrap="nowrap" w="100%">
            <TextInput
              flex={1}
              aria-label={t("knowledge.choice", { number: at + 1 })}
              maxLength={200}
              value={choice.label}
              onChange={(event) =>
                onChange(choices.with(at, { ...choice, label: event.currentTarget.value }))
              }
              onKeyDown={(event) => {
                if (event.key !== "Enter") return;
                event.preventDefault();
                add();
              }}
            />
            <ActionIcon
              disabled={choices.length === 1}
              aria-label={t("delete.named", { name: choice.label })}
              onClick={() => onChange(choices.toSpliced(at, 1))}
            >
              <IconX size={16} />
            </ActionIcon>
          </Group>
        ))}
        <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={add}>
          {t("knowledge.choice.add")}
        </Button>
      </Stack>
    </Input.Wrapper>
  );
}

import { Button, Menu, Stack, Textarea, TextInput } from "@mantine/core";
import { IconVariable } from "@tabler/icons-react";
import { useRef } from "react";
import { useWords } from "../../words/useWords";
import { insert } from "../markdown/edits";
import { useTextEdit } from "../markdown/useTextEdit";
import type { TextInHand } from "./useText";

const variables = ["customer.name", "agent.name", "site.name"] as const;

/** A short answer: its shortcut, and plain text in which the desk fills in names. */
export function ShortAnswerField({ inHand }: { inHand: TextInHand }) {
  const { t } = useWords();
  const field = useRef<HTMLTextAreaElement>(null);
  const { content, errors, change } = inHand;
  const edit = useTextEdit(field, content.body, (body) => change({ body }));
  return (
    <>
      <TextInput
        label={t("answers.shortcut")}
        description={t("answers.shortcut.help")}
        leftSection="/"
        required
        value={inHand.shortcut}
        error={errors.shortcut}
        onChange={(event) => inHand.changeText({ shortcut: event.currentTarget.value })}
      />
      <Stack gap="xs" align="flex-start">
        <Textarea
          ref={field}
          w="100%"
          label={t("answers.text")}
          autosize
          minRows={6}
          required
          value={content.body}
          error={errors["content.body"]}
          onChange={(event) => change({ body: event.currentTarget.value })}
        />
        <Menu>
          <Menu.Target>
            <Button variant="default" size="compact-sm" leftSection={<IconVariable size={16} />}>
              {t("knowledge.variables")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {variables.map((name) => (
              <Menu.Item key={name} onClick={() => edit(insert(`{{${name}}}`))}>
                {t(`knowledge.variable.${name}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Stack>
    </>
  );
}

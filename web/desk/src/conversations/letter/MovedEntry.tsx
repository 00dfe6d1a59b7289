import type { Conversation, Entry } from "@kanal/api";
import { Anchor, Button, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { useWords } from "../../words/useWords";
import stream from "../stream/Stream.module.css";

interface Props {
  entry: Entry;
  conversation: Conversation;
  children: ReactNode;
}

/** What now belongs to another conversation keeps its place here, folded. */
export function MovedEntry({ entry, conversation, children }: Props) {
  const { t } = useWords();
  const [opened, { toggle }] = useDisclosure(false);
  const elsewhere = entry.moved?.conversation;
  return (
    <>
      <Group className={stream.event} gap="sm" justify="center">
        <Text inherit>{t("move.elsewhere")}</Text>
        {elsewhere && elsewhere !== conversation.id && (
          <Anchor component={Link} inherit to={`/conversations/${elsewhere}?list=all`}>
            {t("move.open")}
          </Anchor>
        )}
        <Button variant="subtle" size="compact-xs" aria-expanded={opened} onClick={toggle}>
          {t(opened ? "move.hide" : "move.show")}
        </Button>
      </Group>
      {opened && children}
    </>
  );
}

import type { Conversation, Entry, Letter } from "@kanal/api";
import { ActionIcon, Menu } from "@mantine/core";
import { IconArrowForwardUp, IconDots, IconDownload, IconScissors } from "@tabler/icons-react";
import { showProblem } from "../../parts/showProblem";
import { useMe } from "../../shell/useSession";
import { useWords } from "../../words/useWords";
import { writeForward } from "../composer/letter/letterDrafts";
import { saveOriginal } from "./saveOriginal";
import { useMoves } from "./useMoves";

interface Props {
  entry: Entry;
  letter: Letter;
  conversation: Conversation;
}

/** What can be done with one letter. */
export function LetterMenu({ entry, letter, conversation }: Props) {
  const me = useMe();
  const { t } = useWords();
  const { split } = useMoves(conversation);
  const isMessage = entry.kind === "message";
  // Of what has come there is always the original.
  if (!isMessage && !letter.original) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={24} aria-label={t("letter.more", { subject: letter.subject })}>
          <IconDots size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {isMessage && conversation.state === "assigned" && conversation.agent?.id === me.id && (
          <Menu.Item
            leftSection={<IconArrowForwardUp size={16} />}
            onClick={() => writeForward(me.id, conversation.id, entry)}
          >
            {t("letter.forwardThis")}
          </Menu.Item>
        )}
        {isMessage && entry.sequence > 1 && (
          <Menu.Item leftSection={<IconScissors size={16} />} onClick={() => split.mutate(entry.sequence)}>
            {t("letter.splitHere")}
          </Menu.Item>
        )}
        {letter.original && (
          <Menu.Item
            leftSection={<IconDownload size={16} />}
            onClick={() => saveOriginal(conversation.id, letter).catch(showProblem(t))}
          >
            {t("letter.original")}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

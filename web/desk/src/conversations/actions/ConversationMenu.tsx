import type { Conversation } from "@kanal/api";
import { ActionIcon, Menu } from "@mantine/core";
import { IconArrowMerge, IconBan, IconDots, IconUsers } from "@tabler/icons-react";
import { useState } from "react";
import { useWords } from "../../words/useWords";
import { MergeDialog } from "../letter/MergeDialog";
import { ParticipantsDialog } from "../letter/ParticipantsDialog";
import { SpamDialog } from "../letter/SpamDialog";

/** What is done now and then with a conversation of letters. */
export function ConversationMenu({ conversation }: { conversation: Conversation }) {
  const { t } = useWords();
  const [dialog, setDialog] = useState<"participants" | "merge" | "spam" | null>(null);
  const close = () => setDialog(null);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size="lg" variant="default" aria-label={t("conversation.more")}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconUsers size={16} />} onClick={() => setDialog("participants")}>
            {t("participants.title")}
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowMerge size={16} />} onClick={() => setDialog("merge")}>
            {t("move.merge.title")}
          </Menu.Item>
          {conversation.state !== "closed" && (
            <Menu.Item leftSection={<IconBan size={16} />} onClick={() => setDialog("spam")}>
              {t("spam.mark")}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {dialog === "participants" && <ParticipantsDialog conversation={conversation} onClose={close} />}
      {dialog === "merge" && <MergeDialog conversation={conversation} onClose={close} />}
      {dialog === "spam" && <SpamDialog conversation={conversation} onClose={close} />}
    </>
  );
}

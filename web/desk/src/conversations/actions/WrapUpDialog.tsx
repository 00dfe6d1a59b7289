import type { Conversation } from "@kanal/api";
import { Modal } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { WrapUpForm } from "./WrapUpForm";

interface Props {
  conversation: Conversation;
  opened: boolean;
  onClose: () => void;
}

export function WrapUpDialog({ conversation, opened, onClose }: Props) {
  const { t } = useWords();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("wrapUp.title")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <WrapUpForm conversation={conversation} onDone={onClose} />
    </Modal>
  );
}

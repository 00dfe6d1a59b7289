import { Modal, Text } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { Starters } from "./Starters";

export function StarterDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t("strategy.starters")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <Text c="dimmed" mb="md">
        {t("strategy.starters.help")}
      </Text>
      <Starters onTaken={onClose} />
    </Modal>
  );
}

import { Modal, Text } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { ChangeList } from "./ChangeList";
import { useStrategy } from "./StrategyContext";

/** The draft beside what is live. */
export function CompareDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useWords();
  const { strategy, draft } = useStrategy();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="xl"
      title={t("strategy.compare.title")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <Text c="dimmed" mb="md">
        {t("strategy.compare.help")}
      </Text>
      {opened && <ChangeList before={strategy.live.definition} after={draft.definition} />}
    </Modal>
  );
}

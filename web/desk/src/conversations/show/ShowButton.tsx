import type { Conversation } from "@kanal/api";
import { ActionIcon } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPresentation } from "@tabler/icons-react";
import { useWords } from "../../words/useWords";
import { ShowDialog } from "./ShowDialog";

export function ShowButton({ conversation }: { conversation: Conversation }) {
  const { t } = useWords();
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <ActionIcon aria-label={t("show.button")} title={t("show.button")} onClick={open}>
        <IconPresentation size={20} />
      </ActionIcon>
      <ShowDialog conversation={conversation} opened={opened} onClose={close} />
    </>
  );
}

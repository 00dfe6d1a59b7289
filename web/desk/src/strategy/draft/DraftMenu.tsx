import { Button, Menu } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import {
  IconChevronDown,
  IconDownload,
  IconFileImport,
  IconPencil,
  IconSeedling,
  IconTrash,
} from "@tabler/icons-react";
import { useWords } from "../../words/useWords";
import { DiscardDialog } from "./DiscardDialog";
import { exportFile } from "./exportFile";
import { ImportDialog } from "./ImportDialog";
import { NameDialog } from "./NameDialog";
import { StarterDialog } from "./StarterDialog";
import { useStrategy } from "./StrategyContext";

/** What one does seldom with a strategy. */
export function DraftMenu() {
  const { t } = useWords();
  const { draft, site } = useStrategy();
  const [naming, name] = useDisclosure(false);
  const [starting, start] = useDisclosure(false);
  const [importing, bringIn] = useDisclosure(false);
  const [discarding, discard] = useDisclosure(false);
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={16} />}>
            {t("strategy.more")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={name.open}>
            {t("strategy.rename")}
          </Menu.Item>
          <Menu.Item leftSection={<IconSeedling size={16} />} onClick={start.open}>
            {t("strategy.starters")}
          </Menu.Item>
          <Menu.Item leftSection={<IconFileImport size={16} />} onClick={bringIn.open}>
            {t("strategy.import")}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconDownload size={16} />}
            onClick={() => exportFile(draft.definition, site.key)}
          >
            {t("strategy.export")}
          </Menu.Item>
          {draft.exists && (
            <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={discard.open}>
              {t("strategy.discard")}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {naming && <NameDialog onClose={name.close} />}
      {starting && <StarterDialog onClose={start.close} />}
      {importing && <ImportDialog onClose={bringIn.close} />}
      {discarding && <DiscardDialog onClose={discard.close} />}
    </>
  );
}

import { Kbd, Modal, Table } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { useWords } from "../words/useWords";
import { shortcutsHelp, useShortcutsHelp } from "./shortcutsHelpStore";

const shortcuts = [
  ["Ctrl K", "shortcuts.command"],
  ["J / K", "shortcuts.nextPrevious"],
  ["Enter", "shortcuts.accept"],
  ["F2", "shortcuts.acceptAnywhere"],
  ["R", "shortcuts.reply"],
  ["Enter / Shift Enter", "shortcuts.send"],
  ["/", "shortcuts.answers"],
  [":", "shortcuts.emoji"],
  ["Ctrl Shift N / Ctrl .", "shortcuts.note"],
  ["Ctrl Enter", "shortcuts.wrapUp"],
  ["?", "shortcuts.help"],
] as const;

export function ShortcutsHelp() {
  const { t } = useWords();
  useHotkeys([["shift+?", shortcutsHelp.open]]);
  return (
    <Modal
      opened={useShortcutsHelp()}
      onClose={shortcutsHelp.close}
      title={t("shortcuts.title")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <Table>
        <Table.Tbody>
          {shortcuts.map(([keys, meaning]) => (
            <Table.Tr key={keys}>
              <Table.Td>{t(meaning)}</Table.Td>
              <Table.Td ta="right">
                <Kbd>{keys}</Kbd>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}

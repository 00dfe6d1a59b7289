import { ActionIcon, Button, Popover, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconTrash } from "@tabler/icons-react";
import { useWords } from "../words/useWords";

interface Props {
  name: string;
  /** What will be lost, as a sentence. */
  loses: string;
  onDelete: () => void;
}

export function DeleteButton({ name, loses, onDelete }: Props) {
  const { t } = useWords();
  const [opened, { toggle, close }] = useDisclosure(false);
  return (
    <Popover opened={opened} onChange={close} position="bottom-end" width={260} trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon aria-label={t("delete.named", { name })} onClick={toggle}>
          <IconTrash size={18} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="md">
          <Text>{loses}</Text>
          <Button
            color="red.8"
            onClick={() => {
              close();
              onDelete();
            }}
          >
            {t("delete")}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

import { Button, Popover, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";

interface Props {
  label: string;
  /** What will be lost, as a sentence. */
  loses: string;
  onDo: () => void;
}

export function AskFirst({ label, loses, onDo }: Props) {
  const [opened, { toggle, close }] = useDisclosure(false);
  return (
    <Popover opened={opened} onChange={close} position="top-start" width={300} trapFocus returnFocus>
      <Popover.Target>
        <Button variant="subtle" color="red" onClick={toggle}>
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="md">
          <Text>{loses}</Text>
          <Button
            color="red.8"
            onClick={() => {
              close();
              onDo();
            }}
          >
            {label}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

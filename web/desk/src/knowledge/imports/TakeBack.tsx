import type { Import } from "@kanal/api";
import { Button, Popover, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconArrowBackUp } from "@tabler/icons-react";
import { api, ask } from "../../server/api";
import { useSave } from "../../settings/useSave";
import { useWords } from "../../words/useWords";
import { toWrite } from "./counts";

export function TakeBack({ import: one }: { import: Import }) {
  const { t } = useWords();
  const [opened, { toggle, close }] = useDisclosure(false);
  const undo = useSave(
    () => ask(api.POST("/api/v1/imports/{id}/undo", { params: { path: { id: one.id } } })),
    { refresh: ["imports", "articles", "sections"], quiet: true },
  );
  return (
    <Popover opened={opened} onChange={close} position="bottom-start" width={280} trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={16} />}
          loading={undo.isPending}
          onClick={toggle}
        >
          {t("imports.undo")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="md">
          <Text>{t("imports.undo.loses", { count: toWrite(one) })}</Text>
          <Button
            color="red.8"
            onClick={() => {
              close();
              undo.mutate(undefined);
            }}
          >
            {t("imports.undo")}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

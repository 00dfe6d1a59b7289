import { ActionIcon, Popover, SimpleGrid, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconMoodSmile } from "@tabler/icons-react";
import { useWords } from "../../words/useWords";
import classes from "./Composer.module.css";
import { allEmoji } from "./emoji";

export function EmojiButton({ onChoose }: { onChoose: (sign: string) => void }) {
  const { t } = useWords();
  const [opened, { toggle, close }] = useDisclosure(false);
  return (
    <Popover opened={opened} onChange={close} position="top-start" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon aria-label={t("composer.emoji")} onClick={toggle}>
          <IconMoodSmile size={20} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p="xs">
        <SimpleGrid cols={6} spacing={2}>
          {allEmoji.map(({ code, sign }) => (
            <UnstyledButton
              key={code}
              className={classes.emoji}
              title={`:${code}`}
              aria-label={code}
              onClick={() => {
                onChoose(sign);
                close();
              }}
            >
              {sign}
            </UnstyledButton>
          ))}
        </SimpleGrid>
      </Popover.Dropdown>
    </Popover>
  );
}

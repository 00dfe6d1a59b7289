import { Group, Kbd, Text, UnstyledButton } from "@mantine/core";
import { spotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { useWords } from "../words/useWords";
import { OwnMenu } from "./OwnMenu";
import { PresenceMenu } from "./PresenceMenu";
import classes from "./TopBar.module.css";
import { useSession } from "./useSession";

export function TopBar() {
  const { t } = useWords();
  const { organisation } = useSession();
  return (
    <Group h="100%" px="md" gap="md" wrap="nowrap" justify="space-between">
      <Group gap="sm" wrap="nowrap" className={classes.brand}>
        <img src="/desk/icon.svg" alt="Kanal" width={28} height={28} />
        <Text fw={650} truncate className={classes.organisation}>
          {organisation}
        </Text>
      </Group>
      <UnstyledButton
        className={classes.search}
        onClick={spotlight.open}
        aria-label={t("command.open")}
        aria-keyshortcuts="Control+K"
      >
        <IconSearch size={16} aria-hidden />
        <span className={classes.searchWords}>{t("command.open")}</span>
        <Kbd className={classes.keys}>Ctrl K</Kbd>
      </UnstyledButton>
      <Group gap="sm" wrap="nowrap">
        <PresenceMenu />
        <OwnMenu />
      </Group>
    </Group>
  );
}

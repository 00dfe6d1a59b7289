import { Button, Menu, Text } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useInHand } from "../conversations/useInHand";
import { Ago } from "../parts/Ago";
import { PresenceDot } from "../parts/PresenceDot";
import { useWords } from "../words/useWords";
import { CapacityMeter } from "./CapacityMeter";
import classes from "./PresenceMenu.module.css";
import { usePresence } from "./usePresence";
import { useMe } from "./useSession";

const choices = ["available", "onBreak", "inWrapUp", "away"] as const;

export function PresenceMenu() {
  const me = useMe();
  const { t } = useWords();
  const inHand = useInHand().filter((conversation) => conversation.state === "assigned").length;
  const { presence, setPresence, changing } = usePresence();
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button
          variant="default"
          px="sm"
          loading={changing}
          leftSection={<PresenceDot presence={presence} />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-label={t("presence.menu", { presence: t(`presence.${presence}`) })}
        >
          <span className={classes.word}>{t(`presence.${presence}`)}</span>
          <CapacityMeter inHand={inHand} capacity={me.capacity} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {t("presence.since")} <Ago at={me.presenceSince} as="wait" />
        </Menu.Label>
        {choices.map((choice) => (
          <Menu.Item
            key={choice}
            leftSection={<PresenceDot presence={choice} />}
            onClick={() => setPresence(choice)}
            disabled={choice === presence}
          >
            <Text>{t(`presence.${choice}`)}</Text>
            <Text size="xs" c="dimmed">
              {t(`presence.${choice}.means`)}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

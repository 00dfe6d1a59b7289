import type { AgentStanding, Presence } from "@kanal/api";
import { ActionIcon, Menu } from "@mantine/core";
import { IconArrowForwardUp, IconBell, IconDots } from "@tabler/icons-react";
import { useState } from "react";
import { PresenceDot } from "../parts/PresenceDot";
import { useMe } from "../shell/useSession";
import { useWords } from "../words/useWords";
import { HandOverDialog } from "./HandOverDialog";
import { useSupervision } from "./useSupervision";

const choices: Presence[] = ["available", "onBreak", "away", "offline"];

/** What a supervisor can do for or about one agent. */
export function AgentMenu({ agent }: { agent: AgentStanding }) {
  const { t } = useWords();
  const me = useMe();
  const { askBack, setPresence } = useSupervision();
  const [handing, setHanding] = useState(false);
  const inHand = agent.inHand ?? 0;
  const away = agent.presence !== "available" && agent.presence !== "offline";
  return (
    <>
      <Menu position="bottom-end" width={260} withinPortal withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon size={24} aria-label={t("supervise.menu", { name: agent.name })}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {away && agent.id !== me.id && (
            <Menu.Item leftSection={<IconBell size={16} />} onClick={() => askBack.mutate(agent)}>
              {t("supervise.askBack")}
            </Menu.Item>
          )}
          {inHand > 0 && (
            <Menu.Item leftSection={<IconArrowForwardUp size={16} />} onClick={() => setHanding(true)}>
              {t("supervise.handOver", { count: inHand })}
            </Menu.Item>
          )}
          {choices.map((presence) => (
            <Menu.Item
              key={presence}
              leftSection={<PresenceDot presence={presence} />}
              disabled={presence === agent.presence}
              onClick={() => setPresence.mutate({ agent, presence })}
            >
              {t("supervise.presence")}: {t(`presence.${presence}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {handing && <HandOverDialog agent={agent} onClose={() => setHanding(false)} />}
    </>
  );
}

import type { AgentStanding } from "@kanal/api";
import { Button, Menu } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { Ago } from "../parts/Ago";
import { PresenceDot } from "../parts/PresenceDot";
import { useMe } from "../shell/useSession";
import { useWords } from "../words/useWords";
import { useSupervision } from "./useSupervision";

/** Those who are here but take nothing can be asked; the supervisor can help out too. */
export function AskBackButton({ agents }: { agents: AgentStanding[] }) {
  const { t } = useWords();
  const me = useMe();
  const { askBack, setPresence } = useSupervision();
  const mine = agents.find((agent) => agent.id === me.id);
  const others = agents.filter(
    (agent) => agent.id !== me.id && agent.presence !== "available" && agent.presence !== "offline",
  );
  const canHelp = mine && mine.presence !== "available";
  if (others.length === 0 && !canHelp) return null;
  return (
    <Menu position="bottom-end" width={280} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button size="compact-sm" variant="default" leftSection={<IconBell size={14} />}>
          {t("wallboard.act.help")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {canHelp && (
          <Menu.Item onClick={() => setPresence.mutate({ agent: mine, presence: "available" })}>
            {t("wallboard.act.myself")}
          </Menu.Item>
        )}
        {others.map((agent) => (
          <Menu.Item
            key={agent.id}
            leftSection={<PresenceDot presence={agent.presence} />}
            rightSection={<Ago at={agent.presenceSince} as="wait" />}
            onClick={() => askBack.mutate(agent)}
          >
            {t("supervise.askBack.named", { name: agent.name })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

import type { AgentStanding, Presence } from "@kanal/api";
import { PresenceDot } from "../../parts/PresenceDot";
import { percent } from "../../strategy/sentences/lengths";
import { useWords } from "../../words/useWords";
import classes from "./WallScreen.module.css";

const order: Presence[] = ["available", "inWrapUp", "onBreak", "away"];

/** How many are here, by presence, and how much of their time is taken. */
export function ScreenTeam({ agents }: { agents: AgentStanding[] }) {
  const { t, language } = useWords();
  const here = agents.filter((agent) => agent.presence !== "offline");
  const taken = here.reduce((sum, agent) => sum + (agent.live ?? 0), 0);
  const whole = here.reduce((sum, agent) => sum + (agent.capacity ?? 0), 0);
  return (
    <ul className={classes.team}>
      {order.map((presence) => (
        <li key={presence}>
          <PresenceDot presence={presence} size={28} />
          <strong>{here.filter((agent) => agent.presence === presence).length}</strong>
          {t(`presence.${presence}`)}
        </li>
      ))}
      <li>
        <strong>{percent(whole > 0 ? taken / whole : 0, language, 0)}</strong>
        {t("wallboard.screen.taken")}
      </li>
    </ul>
  );
}

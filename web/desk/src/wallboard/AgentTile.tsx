import type { AgentStanding } from "@kanal/api";
import { memo } from "react";
import { Ago } from "../parts/Ago";
import { UnitsBar } from "../parts/UnitsBar";
import { useWords } from "../words/useWords";
import { AgentMenu } from "./AgentMenu";
import classes from "./Team.module.css";

export const AgentTile = memo(function AgentTile({ agent }: { agent: AgentStanding }) {
  const { t } = useWords();
  return (
    <li className={classes.tile}>
      <span className={classes.tileName}>{agent.name}</span>
      <AgentMenu agent={agent} />
      <span className={classes.bar}>
        <UnitsBar
          live={agent.live}
          interruptible={agent.interruptible}
          capacity={agent.capacity}
          resting={agent.resting}
        />
      </span>
      <small>
        {t("wallboard.inHand.count", { count: agent.inHand })} · <Ago at={agent.presenceSince} as="wait" />
      </small>
    </li>
  );
});

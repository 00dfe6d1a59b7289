import type { AgentStanding } from "@kanal/api";
import { memo } from "react";
import { Ago } from "../parts/Ago";
import { UnitsBar } from "../parts/UnitsBar";
import { useMe } from "../shell/useSession";
import { useWords } from "../words/useWords";
import { AgentMenu } from "./AgentMenu";
import classes from "./Team.module.css";

/** Of colleagues an agent sees only that they are there. */
export const AgentTile = memo(function AgentTile({ agent }: { agent: AgentStanding }) {
  const { t } = useWords();
  const me = useMe();
  const { inHand, live, interruptible, capacity, resting } = agent;
  const known = typeof inHand === "number";
  return (
    <li className={classes.tile}>
      <span className={classes.tileName}>{agent.name}</span>
      {me.role !== "agent" && <AgentMenu agent={agent} />}
      {known && (
        <span className={classes.bar}>
          <UnitsBar
            live={live ?? 0}
            interruptible={interruptible ?? 0}
            capacity={capacity ?? 0}
            resting={resting ?? 0}
          />
        </span>
      )}
      <small>
        {known && <>{t("wallboard.inHand.count", { count: inHand })} · </>}
        <Ago at={agent.presenceSince} as="wait" />
      </small>
    </li>
  );
});

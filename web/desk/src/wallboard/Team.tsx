import type { AgentStanding, Presence } from "@kanal/api";
import { Button } from "@mantine/core";
import { useState } from "react";
import { PresenceDot } from "../parts/PresenceDot";
import { useWords } from "../words/useWords";
import { AgentTile } from "./AgentTile";
import classes from "./Team.module.css";
import board from "./Wallboard.module.css";

const order: Presence[] = ["available", "inWrapUp", "onBreak", "away", "offline"];

/** Everybody by presence; those at home are folded away. */
export function Team({ agents }: { agents: AgentStanding[] }) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const groups = order.map((presence) => ({
    presence,
    members: agents.filter((agent) => agent.presence === presence),
  }));
  return (
    <section className={board.part} aria-labelledby="wallboard-team">
      <h2 id="wallboard-team">{t("wallboard.team")}</h2>
      {groups
        .filter(({ members }) => members.length > 0)
        .map(({ presence, members }) => (
          <div key={presence} className={classes.group}>
            <h3>
              <PresenceDot presence={presence} /> {t(`presence.${presence}`)} <span>{members.length}</span>
              {presence === "offline" && (
                <Button size="compact-xs" variant="default" aria-expanded={all} onClick={() => setAll(!all)}>
                  {t(all ? "wallboard.team.hide" : "wallboard.team.show")}
                </Button>
              )}
            </h3>
            {(presence !== "offline" || all) && (
              <ul className={classes.tiles}>
                {members.map((agent) => (
                  <AgentTile key={agent.id} agent={agent} />
                ))}
              </ul>
            )}
          </div>
        ))}
    </section>
  );
}

import type { AgentStanding } from "@kanal/api";
import { PresenceDot } from "../parts/PresenceDot";
import { UnitsBar } from "../parts/UnitsBar";
import { useWords } from "../words/useWords";
import classes from "./Team.module.css";
import board from "./Wallboard.module.css";

/** What an agent has in hand, and how much of them it takes. */
export function OwnNumbers({ own }: { own: AgentStanding }) {
  const { t } = useWords();
  return (
    <section className={board.part} aria-labelledby="wallboard-own">
      <h2 id="wallboard-own">{t("wallboard.own")}</h2>
      <div className={classes.own}>
        <PresenceDot presence={own.presence} /> {t(`presence.${own.presence}`)}
        <strong>{t("wallboard.inHand.count", { count: own.inHand ?? 0 })}</strong>
        <span className={classes.ownBar}>
          <UnitsBar
            live={own.live ?? 0}
            interruptible={own.interruptible ?? 0}
            capacity={own.capacity ?? 0}
            resting={own.resting ?? 0}
          />
        </span>
        <small>{t("wallboard.own.units", { live: own.live ?? 0, capacity: own.capacity ?? 0 })}</small>
      </div>
    </section>
  );
}

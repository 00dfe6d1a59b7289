import type { Wallboard } from "@kanal/api";
import type { ReactNode } from "react";
import { useWords } from "../words/useWords";
import { Level } from "./Level";
import { totalOf } from "./numbers";
import { Wait } from "./Wait";
import classes from "./Wallboard.module.css";

/** All queues in six numbers. */
export function Totals({ board }: { board: Wallboard }) {
  const { t } = useWords();
  const total = totalOf(board.queues ?? []);
  const agents = board.agents ?? [];
  const there = agents.filter((agent) => agent.presence !== "offline");
  const available = agents.filter((agent) => agent.presence === "available").length;
  return (
    <dl className={classes.totals}>
      <Total name={t("wallboard.waiting")}>{total.waiting}</Total>
      <Total name={t("wallboard.longest")}>
        <Wait since={total.longestSince} dueAt={total.longestDueAt} ring={24} />
      </Total>
      <Total name={t("wallboard.halfHour")}>
        <Level level={total.halfHour} goal={total.goal} icon={18} />
      </Total>
      <Total name={t("wallboard.today")}>
        <Level level={total.today} goal={total.goal} icon={18} />
      </Total>
      <Total name={t("wallboard.abandoned")}>
        {total.today.abandoned} <small>{t("wallboard.of", { count: total.today.offered })}</small>
      </Total>
      <Total name={t("wallboard.available")}>
        {available} <small>{t("wallboard.of", { count: there.length })}</small>
      </Total>
    </dl>
  );
}

function Total({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes.total}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

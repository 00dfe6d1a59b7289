import type { Plan } from "@kanal/api";
import { Anchor, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Loaded } from "../../parts/Loaded";
import { settingsFor } from "../../shell/rooms";
import { useMe } from "../../shell/useSession";
import { useWords } from "../../words/useWords";
import { usePlanned } from "../PlanningContext";
import page from "../PlanningRoom.module.css";
import { length, share } from "../parts/figures";
import { planningQueueQuery } from "../planningQueries";
import classes from "./Assumptions.module.css";
import { ForecastQuality } from "./ForecastQuality";
import { ImportHistory } from "./ImportHistory";
import { OpenHours } from "./OpenHours";
import { QueueFields } from "./QueueFields";

/** What the numbers rest on, changed where it is read. */
export function Assumptions({ plan }: { plan: Plan }) {
  const { t, language } = useWords();
  const { site, line } = usePlanned();
  const { role } = useMe();
  const settings = settingsFor(role);
  const queue = useQuery(planningQueueQuery(site.id, line.queue));
  const time = length(plan.handleSeconds, language);
  return (
    <section className={page.card} aria-labelledby="planning-assumptions">
      <Title order={2} size="h4" id="planning-assumptions" mb="md">
        {t("planning.assumptions")}
      </Title>
      <div className={classes.columns}>
        <div>
          <Title order={3} size="h5">
            {t("planning.assumptions.yours")}
          </Title>
          <Loaded query={queue}>
            {(its) => <QueueFields key={its.version} queue={its} factor={plan.factor} />}
          </Loaded>
        </div>
        <div className={classes.facts}>
          <Title order={3} size="h5">
            {t("planning.assumptions.measured")}
          </Title>
          <Text>
            {plan.handled > 0
              ? t("planning.handle.measured", { time, count: plan.handled })
              : t("planning.handle.assumed", { time })}
          </Text>
          {!plan.letters && plan.patienceSeconds != null && (
            <Text>{t("planning.patience", { time: length(plan.patienceSeconds, language) })}</Text>
          )}
          {plan.atOnce > 1 && <Text>{t("planning.atOnce", { count: plan.atOnce })}</Text>}
          <Text>
            {t("planning.target", {
              share: share(plan.target.share, language),
              time: length(plan.target.seconds, language),
            })}{" "}
            {settings.includes("queues") && (
              <Anchor component={Link} to="/settings/queues" underline="always">
                {t("planning.target.change")}
              </Anchor>
            )}
          </Text>
          <ForecastQuality plan={plan} />
          <ImportHistory />
        </div>
        <div className={classes.facts}>
          <Title order={3} size="h5">
            {t("planning.hours")}
          </Title>
          <OpenHours plan={plan} />
          {settings.includes("hours") && (
            <Anchor component={Link} to={`/settings/hours/${site.id}`} underline="always">
              {t("planning.hours.change")}
            </Anchor>
          )}
        </div>
      </div>
    </section>
  );
}

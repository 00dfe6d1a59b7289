import type { TeamFactor } from "@kanal/api";
import { SegmentedControl, Text, Title } from "@mantine/core";
import { IconChartDots } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { EmptyPage } from "../../parts/EmptyPage";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { useWords } from "../../words/useWords";
import { usePlanned } from "../PlanningContext";
import classes from "../PlanningRoom.module.css";
import { Figure } from "../parts/Figure";
import figures from "../parts/Figure.module.css";
import { number, share } from "../parts/figures";
import { factorQuery } from "../planningQueries";
import { FactorChart } from "./FactorChart";
import { FactorTable } from "./FactorTable";

/** How much of an agent of the formula one of this team is, and how one can see it. */
export function FactorPage() {
  const { t } = useWords();
  const { at } = usePlanned();
  const query = useQuery(factorQuery(at));
  return (
    <div className={classes.scrolled}>
      <PageHead title={t("planning.tab.factor")}>{t("planning.factor.intro")}</PageHead>
      <Loaded query={query}>
        {(reading) =>
          reading.days.length === 0 ? (
            <EmptyPage icon={<IconChartDots size={32} />} title={t("planning.factor.empty.title")}>
              {reading.reason ?? t("planning.factor.empty")}
            </EmptyPage>
          ) : (
            <Reading reading={reading} />
          )
        }
      </Loaded>
    </div>
  );
}

function Reading({ reading }: { reading: TeamFactor }) {
  const { t, language } = useWords();
  const [as, setAs] = useState("chart");
  const { factor, reason, days } = reading;
  const offered = days.reduce((sum, day) => sum + day.offered, 0);
  const mean = (of: "predictedAbandonment" | "predictedWithFactor" | "actualAbandonment") => {
    const known = days.filter((day) => day[of] != null);
    const all = known.reduce((sum, day) => sum + day.offered, 0);
    return all === 0 ? null : known.reduce((sum, day) => sum + (day[of] ?? 0) * day.offered, 0) / all;
  };
  return (
    <div className={classes.stack}>
      <Text size="lg" maw="75ch">
        {factor == null
          ? (reason ?? t("planning.factor.empty"))
          : t("planning.factor.sentence", {
              factor: number(factor, language, 2),
              ten: number(10 * factor, language, 1),
            })}
      </Text>
      <dl className={figures.row}>
        <Figure name={t("planning.factor.actual")} value={share(mean("actualAbandonment"), language, 1)}>
          {t("planning.factor.of", { count: offered, number: number(offered, language, 0) })}
        </Figure>
        <Figure name={t("planning.factor.theory")} value={share(mean("predictedAbandonment"), language, 1)} />
        {factor != null && (
          <Figure name={t("planning.factor.with")} value={share(mean("predictedWithFactor"), language, 1)} />
        )}
      </dl>
      <figure className={`${classes.card} ${classes.figure}`}>
        <div className={classes.days} style={{ marginBottom: 0 }}>
          <Title order={2} size="h4" component="figcaption">
            {t("planning.factor.chart")}
          </Title>
          <SegmentedControl
            aria-label={t("planning.as")}
            value={as}
            data={[
              { value: "chart", label: t("planning.as.chart") },
              { value: "table", label: t("planning.as.table") },
            ]}
            onChange={setAs}
          />
        </div>
        {as === "chart" ? <FactorChart days={days} /> : <FactorTable days={days} />}
      </figure>
    </div>
  );
}

import type { Plan } from "@kanal/api";
import { Loader, Text, Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Failed } from "../../parts/Failed";
import { Loaded } from "../../parts/Loaded";
import { useWords } from "../../words/useWords";
import { usePlanned } from "../PlanningContext";
import page from "../PlanningRoom.module.css";
import { DayBar } from "../parts/DayBar";
import { planQuery, whatIfQuery } from "../planningQueries";
import { usePlace } from "../usePlace";
import { NowAndThen } from "./NowAndThen";
import { ThenChart } from "./ThenChart";
import classes from "./WhatIf.module.css";
import { WishSliders } from "./WishSliders";
import { changeOf, type Wishes, wishesOf } from "./wishes";

/** One person more, another target, more contacts: what it would do to these days. */
export function WhatIfPage() {
  const { today, at } = usePlanned();
  const { span } = usePlace(today);
  const query = useQuery(planQuery(at, span));
  return (
    <div className={page.scrolled}>
      <DayBar today={today} />
      <Loaded query={query}>
        {(plan) => <Asked key={`${at.site} ${at.queue} ${at.channel}`} plan={plan} />}
      </Loaded>
    </div>
  );
}

function Asked({ plan }: { plan: Plan }) {
  const { t } = useWords();
  const { at, today } = usePlanned();
  const { span } = usePlace(today);
  const usual = wishesOf(plan);
  const [wished, setWished] = useState<Partial<Wishes>>({});
  const wishes = { ...usual, ...wished };
  const [change] = useDebouncedValue(changeOf(wishes, usual), 250, { leading: true });
  const query = useQuery(whatIfQuery(at, span, change));
  const busy = query.isFetching || query.isPlaceholderData;
  return (
    <div className={classes.columns}>
      <section className={page.card} aria-labelledby="planning-wishes">
        <Title order={2} size="h4" id="planning-wishes" mb="md">
          {t("planning.whatIf")}
        </Title>
        <WishSliders plan={plan} usual={usual} wishes={wishes} onChange={setWished} />
      </section>
      <section className={page.card} aria-labelledby="planning-then" aria-busy={busy}>
        <div className={classes.head}>
          <Title order={2} size="h4" id="planning-then">
            {t("planning.whatIf.nowAndThen")}
          </Title>
          {busy && <Loader size="xs" aria-label={t("planning.whatIf.busy")} />}
        </div>
        {query.data ? (
          <div className={query.isPlaceholderData ? page.stale : undefined}>
            <ul className={classes.texts} aria-live="polite">
              {query.data.texts.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
            <NowAndThen now={query.data.now} then={query.data.then} />
            <ThenChart then={query.data.then} />
          </div>
        ) : query.isError ? (
          <Failed error={query.error} onRetry={() => query.refetch()} />
        ) : (
          <Text c="dimmed">{t("planning.whatIf.busy")}</Text>
        )}
      </section>
    </div>
  );
}

import { Anchor, Button, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconFlask2, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { EmptyPage } from "../../parts/EmptyPage";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { useWords } from "../../words/useWords";
import { useStrategy } from "../draft/StrategyContext";
import { WarnAlert } from "../parts/WarnAlert";
import classes from "../StrategyRoom.module.css";
import { experimentsQuery, settingsQuery } from "../strategyQueries";
import { ExperimentCard } from "./ExperimentCard";
import { NewExperiment } from "./NewExperiment";

/** What a strategy changes, measured against visitors who get another. */
export function ExperimentsPage() {
  const { t } = useWords();
  const { site, mayEdit } = useStrategy();
  const experiments = useQuery(experimentsQuery(site.id));
  const consent = useQuery(settingsQuery(site.id)).data?.consent;
  const [adding, { open, close }] = useDisclosure(false);
  const add = mayEdit && (
    <Button leftSection={<IconPlus size={16} />} onClick={open}>
      {t("strategy.experiments.add")}
    </Button>
  );
  return (
    <div className={classes.scrolled}>
      <PageHead title={t("strategy.tab.experiments")} action={add}>
        {t("strategy.experiments.intro")}
      </PageHead>
      {consent === "none" && (
        <WarnAlert mb="lg" maw={860} title={t("strategy.experiments.consent.title")}>
          <Text>{t("strategy.experiments.consent")}</Text>
          <Anchor component={Link} c="inherit" underline="always" to={`/strategy/facts?site=${site.id}`}>
            {t("strategy.experiments.consent.change")}
          </Anchor>
        </WarnAlert>
      )}
      <Loaded query={experiments}>
        {(all) =>
          all.length === 0 ? (
            <EmptyPage icon={<IconFlask2 size={32} />} title={t("strategy.experiments.empty.title")}>
              {t("strategy.experiments.empty")}
            </EmptyPage>
          ) : (
            <Stack gap="lg" maw={960}>
              {all.map((experiment) => (
                <ExperimentCard key={experiment.id} experiment={experiment} />
              ))}
            </Stack>
          )
        }
      </Loaded>
      {adding && <NewExperiment onClose={close} />}
    </div>
  );
}

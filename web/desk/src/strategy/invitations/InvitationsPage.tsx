import { Stack } from "@mantine/core";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { useWords } from "../../words/useWords";
import { DraftBar } from "../draft/DraftBar";
import { useSettings } from "../facts/useSettings";
import classes from "../StrategyRoom.module.css";
import { InvitationLimits } from "./InvitationLimits";
import { InvitationResults } from "./InvitationResults";
import { InvitationTexts } from "./InvitationTexts";
import { InvitingRules } from "./InvitingRules";

/** Who is spoken to first, with which words, how often, and what became of it. */
export function InvitationsPage() {
  const { t } = useWords();
  const { query, save } = useSettings();
  return (
    <div className={classes.scrolled}>
      <PageHead title={t("strategy.tab.invitations")}>{t("strategy.invitations.intro")}</PageHead>
      <DraftBar />
      <Stack gap="lg" className={classes.wide ?? ""}>
        <InvitingRules />
        <Loaded query={query}>
          {(settings) => (
            <InvitationTexts
              settings={settings}
              onChange={(invitations) => save.mutateAsync({ invitations })}
            />
          )}
        </Loaded>
        <InvitationLimits />
        <InvitationResults />
      </Stack>
    </div>
  );
}

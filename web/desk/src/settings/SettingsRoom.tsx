import type { ReactNode } from "react";
import { Navigate, useParams } from "react-router";
import { PageLink } from "../parts/PageLink";
import { type SettingsPage, settingsFor } from "../shell/rooms";
import { useMe } from "../shell/useSession";
import { useWords } from "../words/useWords";
import { AccountPage } from "./account/AccountPage";
import { AnswersPage } from "./answers/AnswersPage";
import { EmailPage } from "./email/EmailPage";
import { HoursPage } from "./hours/HoursPage";
import { KeysPage } from "./keys/KeysPage";
import { PeoplePage } from "./people/PeoplePage";
import { QueuesPage } from "./queues/QueuesPage";
import { RoutingPage } from "./routing/RoutingPage";
import classes from "./SettingsRoom.module.css";
import { SitesPage } from "./sites/SitesPage";
import { SkillsPage } from "./skills/SkillsPage";
import { TeamsPage } from "./teams/TeamsPage";
import { TopicsPage } from "./topics/TopicsPage";

const pages: Record<SettingsPage, ReactNode> = {
  account: <AccountPage />,
  answers: <AnswersPage />,
  topics: <TopicsPage />,
  people: <PeoplePage />,
  teams: <TeamsPage />,
  skills: <SkillsPage />,
  queues: <QueuesPage />,
  hours: <HoursPage />,
  sites: <SitesPage />,
  email: <EmailPage />,
  routing: <RoutingPage />,
  keys: <KeysPage />,
};

export function SettingsRoom() {
  const { t } = useWords();
  const { role } = useMe();
  const allowed = settingsFor(role);
  const { page } = useParams();
  const shown = allowed.find((each) => each === page);
  if (!shown) return <Navigate to="/settings/account" replace />;
  return (
    <div className={classes.room}>
      <nav className={classes.pages} aria-label={t("room.settings")}>
        {allowed.map((each) => (
          <PageLink key={each} to={`/settings/${each}`}>
            {t(`settings.${each}`)}
          </PageLink>
        ))}
        {role === "administrator" && (
          <a className={classes.elsewhere} href="/health" target="_blank" rel="noreferrer">
            {t("settings.health")}
          </a>
        )}
      </nav>
      <div className={classes.page}>{pages[shown]}</div>
    </div>
  );
}

import type { Team } from "@kanal/api";
import { IconUsersGroup } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { EmptyPage } from "../../parts/EmptyPage";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { teamsQuery } from "../../server/queries";
import { useWords } from "../../words/useWords";
import { AddButton } from "../AddButton";
import { EditDrawer } from "../EditDrawer";
import { TeamForm } from "./TeamForm";
import { TeamTable } from "./TeamTable";

export function TeamsPage() {
  const { t } = useWords();
  const teams = useQuery(teamsQuery);
  const [edited, setEdited] = useState<Team | "new" | null>(null);
  const close = () => setEdited(null);
  const add = <AddButton onClick={() => setEdited("new")}>{t("teams.add")}</AddButton>;
  return (
    <>
      <PageHead title={t("settings.teams")} action={teams.data?.length ? add : undefined}>
        {t("teams.intro")}
      </PageHead>
      <Loaded query={teams}>
        {(all) =>
          all.length === 0 ? (
            <EmptyPage icon={<IconUsersGroup size={32} />} title={t("teams.empty.title")} action={add}>
              {t("teams.empty")}
            </EmptyPage>
          ) : (
            <TeamTable teams={all} onEdit={setEdited} />
          )
        }
      </Loaded>
      <EditDrawer edited={edited} titleOfNew={t("teams.add")} onClose={close}>
        {(team) => <TeamForm team={team} onDone={close} />}
      </EditDrawer>
    </>
  );
}

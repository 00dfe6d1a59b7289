import type { Agent } from "@kanal/api";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { agentsQuery } from "../../server/queries";
import { useWords } from "../../words/useWords";
import { AddButton } from "../AddButton";
import { EditDrawer } from "../EditDrawer";
import { AgentForm } from "./AgentForm";
import { AgentTable } from "./AgentTable";

export function PeoplePage() {
  const { t } = useWords();
  const agents = useQuery(agentsQuery);
  const [edited, setEdited] = useState<Agent | "new" | null>(null);
  const close = () => setEdited(null);
  return (
    <>
      <PageHead
        title={t("settings.people")}
        action={<AddButton onClick={() => setEdited("new")}>{t("people.add")}</AddButton>}
      >
        {t("people.intro")}
      </PageHead>
      <Loaded query={agents}>{(all) => <AgentTable agents={all} onEdit={setEdited} />}</Loaded>
      <EditDrawer edited={edited} titleOfNew={t("people.add")} size="lg" onClose={close}>
        {(agent) => <AgentForm agent={agent} onDone={close} />}
      </EditDrawer>
    </>
  );
}

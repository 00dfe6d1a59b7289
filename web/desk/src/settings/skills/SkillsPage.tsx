import type { Skill } from "@kanal/api";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { agentsQuery, skillsQuery } from "../../server/queries";
import { useWords } from "../../words/useWords";
import { AddButton } from "../AddButton";
import { EditDrawer } from "../EditDrawer";
import { SkillForm } from "./SkillForm";
import { SkillMatrix } from "./SkillMatrix";
import { SkillTable } from "./SkillTable";

export function SkillsPage() {
  const { t } = useWords();
  const skills = useQuery(skillsQuery);
  const agents = useQuery(agentsQuery);
  const [edited, setEdited] = useState<Skill | "new" | null>(null);
  const close = () => setEdited(null);
  return (
    <>
      <PageHead
        title={t("settings.skills")}
        action={<AddButton onClick={() => setEdited("new")}>{t("skills.add")}</AddButton>}
      >
        {t("skills.intro")}
      </PageHead>
      <Loaded query={skills}>{(all) => <SkillTable skills={all} onEdit={setEdited} />}</Loaded>
      <Loaded query={agents}>{(all) => <SkillMatrix agents={all.filter((agent) => agent.active)} />}</Loaded>
      <EditDrawer edited={edited} titleOfNew={t("skills.add")} onClose={close}>
        {(skill) => <SkillForm skill={skill} onDone={close} />}
      </EditDrawer>
    </>
  );
}

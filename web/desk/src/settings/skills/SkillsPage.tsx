import type { Skill } from "@kanal/api";
import { Button, Drawer } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { agentsQuery, skillsQuery } from "../../server/queries";
import { useWords } from "../../words/useWords";
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
        action={
          <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited("new")}>
            {t("skills.add")}
          </Button>
        }
      >
        {t("skills.intro")}
      </PageHead>
      <Loaded query={skills}>{(all) => <SkillTable skills={all} onEdit={setEdited} />}</Loaded>
      <Loaded query={agents}>{(all) => <SkillMatrix agents={all.filter((agent) => agent.active)} />}</Loaded>
      <Drawer
        closeButtonProps={{ "aria-label": t("close") }}
        opened={edited !== null}
        onClose={close}
        position="right"
        title={edited === "new" ? t("skills.add") : edited?.name}
      >
        {edited && <SkillForm skill={edited === "new" ? undefined : edited} onDone={close} />}
      </Drawer>
    </>
  );
}

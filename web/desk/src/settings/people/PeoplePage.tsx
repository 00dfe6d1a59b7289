import type { Agent } from "@kanal/api";
import { Button, Drawer } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { agentsQuery } from "../../server/queries";
import { useWords } from "../../words/useWords";
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
        action={
          <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited("new")}>
            {t("people.add")}
          </Button>
        }
      >
        {t("people.intro")}
      </PageHead>
      <Loaded query={agents}>{(all) => <AgentTable agents={all} onEdit={setEdited} />}</Loaded>
      <Drawer
        closeButtonProps={{ "aria-label": t("close") }}
        opened={edited !== null}
        onClose={close}
        position="right"
        size="lg"
        title={edited === "new" ? t("people.add") : edited?.name}
      >
        {edited && <AgentForm agent={edited === "new" ? undefined : edited} onDone={close} />}
      </Drawer>
    </>
  );
}

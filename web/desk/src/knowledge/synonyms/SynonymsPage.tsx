import { Button, Drawer } from "@mantine/core";
import { IconArrowsExchange, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { EmptyPage } from "../../parts/EmptyPage";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { useWords } from "../../words/useWords";
import classes from "../KnowledgeRoom.module.css";
import { synonymsQuery } from "../knowledgeQueries";
import { SynonymForm } from "./SynonymForm";
import { SynonymTable } from "./SynonymTable";

export function SynonymsPage() {
  const { t } = useWords();
  const synonyms = useQuery(synonymsQuery);
  const [edited, setEdited] = useState<string | null>(null);
  const close = () => setEdited(null);
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited("new")}>
      {t("synonyms.add")}
    </Button>
  );
  return (
    <div className={classes.scrolled}>
      <PageHead title={t("knowledge.page.synonyms")} action={add}>
        {t("synonyms.intro")}
      </PageHead>
      <Loaded query={synonyms}>
        {(all) => (
          <>
            {all.length === 0 ? (
              <EmptyPage icon={<IconArrowsExchange size={32} />} title={t("synonyms.empty.title")}>
                {t("synonyms.empty")}
              </EmptyPage>
            ) : (
              <SynonymTable synonyms={all} onEdit={setEdited} />
            )}
            <Drawer
              opened={edited !== null}
              onClose={close}
              position="right"
              title={t(edited === "new" ? "synonyms.add" : "synonyms.words")}
              closeButtonProps={{ "aria-label": t("close") }}
            >
              {edited && <SynonymForm group={all.find(({ id }) => id === edited)} onDone={close} />}
            </Drawer>
          </>
        )}
      </Loaded>
    </div>
  );
}

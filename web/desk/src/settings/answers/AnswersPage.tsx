import type { Answer } from "@kanal/api";
import { Button, Drawer } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { EmptyPage } from "../../parts/EmptyPage";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { answersQuery } from "../../server/queries";
import { useWords } from "../../words/useWords";
import { AnswerForm } from "./AnswerForm";
import { AnswerTable } from "./AnswerTable";

export function AnswersPage() {
  const { t } = useWords();
  const answers = useQuery(answersQuery);
  const [edited, setEdited] = useState<Answer | "new" | null>(null);
  const close = () => setEdited(null);
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited("new")}>
      {t("answers.add")}
    </Button>
  );
  return (
    <>
      <PageHead title={t("settings.answers")} action={add}>
        {t("answers.intro")}
      </PageHead>
      <Loaded query={answers}>
        {(all) =>
          all.length === 0 ? (
            <EmptyPage icon="/" title={t("answers.empty.title")}>
              {t("answers.empty")}
            </EmptyPage>
          ) : (
            <AnswerTable answers={all} onEdit={setEdited} />
          )
        }
      </Loaded>
      <Drawer
        closeButtonProps={{ "aria-label": t("close") }}
        opened={edited !== null}
        onClose={close}
        position="right"
        title={edited === "new" ? t("answers.add") : edited?.title}
      >
        {edited && <AnswerForm answer={edited === "new" ? undefined : edited} onDone={close} />}
      </Drawer>
    </>
  );
}

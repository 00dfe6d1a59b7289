import { Box } from "@mantine/core";
import { IconMail } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "react-router";
import { EmptyPage } from "../../parts/EmptyPage";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { useMe } from "../../shell/useSession";
import { useWords } from "../../words/useWords";
import { AddButton } from "../AddButton";
import { BlockedSenders } from "./blocked/BlockedSenders";
import { MailboxList } from "./MailboxList";
import { MailboxDrawer } from "./mailbox/MailboxDrawer";
import { mailboxesQuery } from "./mailboxQueries";

export function EmailPage() {
  const { t } = useWords();
  const { item } = useParams();
  const navigate = useNavigate();
  const mayEdit = useMe().role === "administrator";
  const mailboxes = useQuery(mailboxesQuery);
  const edit = (id: string) => navigate(`/settings/email/${id}`);
  const add = <AddButton onClick={() => edit("new")}>{t("mailboxes.add")}</AddButton>;
  return (
    <>
      <PageHead title={t("settings.email")} action={mayEdit && add}>
        {t("mailboxes.intro")}
      </PageHead>
      <Loaded query={mailboxes}>
        {(all) => (
          <>
            {all.length === 0 ? (
              <Box maw={760} mb="lg">
                <EmptyPage icon={<IconMail size={40} />} title={t("mailboxes.empty.title")}>
                  {t("mailboxes.empty")}
                </EmptyPage>
              </Box>
            ) : (
              <MailboxList mailboxes={all} onEdit={mayEdit ? edit : undefined} />
            )}
            {item && mayEdit && (
              <MailboxDrawer
                key={item}
                item={item}
                mailboxes={all}
                onMade={edit}
                onClose={() => navigate("/settings/email")}
              />
            )}
          </>
        )}
      </Loaded>
      <BlockedSenders />
    </>
  );
}

import type { Mailbox } from "@kanal/api";
import { Drawer, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Loaded } from "../../../parts/Loaded";
import { queuesQuery, sitesQuery } from "../../../server/queries";
import { useWords } from "../../../words/useWords";
import { MailboxForm } from "./MailboxForm";
import { SenderLook } from "./SenderLook";
import { SetAside } from "./SetAside";

interface Props {
  /** A mailbox's id, or "new". */
  item: string;
  mailboxes: Mailbox[];
  onMade: (id: string) => void;
  onClose: () => void;
}

export function MailboxDrawer({ item, mailboxes, onMade, onClose }: Props) {
  const { t } = useWords();
  const sites = useQuery(sitesQuery);
  const queues = useQuery(queuesQuery);
  const mailbox = mailboxes.find(({ id }) => id === item);
  return (
    <Drawer
      closeButtonProps={{ "aria-label": t("close") }}
      opened
      onClose={onClose}
      position="right"
      size="xl"
      title={item === "new" ? t("mailboxes.add") : mailbox?.address}
    >
      {mailbox || item === "new" ? (
        <Loaded query={sites}>
          {(allSites) => (
            <Loaded query={queues}>
              {(allQueues) => (
                <>
                  {mailbox && mailbox.state.setAside > 0 && <SetAside mailbox={mailbox.id} />}
                  <MailboxForm
                    mailbox={mailbox}
                    sites={allSites}
                    queues={allQueues}
                    onMade={onMade}
                    onDone={onClose}
                  />
                  {mailbox && <SenderLook mailbox={mailbox.id} />}
                </>
              )}
            </Loaded>
          )}
        </Loaded>
      ) : (
        <Text c="dimmed">{t("mailboxes.gone")}</Text>
      )}
    </Drawer>
  );
}

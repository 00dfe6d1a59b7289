import type { Mailbox } from "@kanal/api";
import { Drawer, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Loaded } from "../../../parts/Loaded";
import { queuesQuery, sitesQuery } from "../../../server/queries";
import { useWords } from "../../../words/useWords";
import { MailboxForm } from "./MailboxForm";

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
                <MailboxForm
                  mailbox={mailbox}
                  sites={allSites}
                  queues={allQueues}
                  onMade={onMade}
                  onDone={onClose}
                />
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

import type { Mailbox } from "@kanal/api";
import { Group, Paper, Stack, Text, Title } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { queuesQuery } from "../../server/queries";
import { useWords } from "../../words/useWords";
import { NameButton } from "../NameButton";
import { MailboxStanding } from "./MailboxStanding";

interface Props {
  mailboxes: Mailbox[];
  onEdit?: (id: string) => void;
}

export function MailboxList({ mailboxes, onEdit }: Props) {
  const { t } = useWords();
  const queues = useQuery(queuesQuery).data ?? [];
  return (
    <Stack gap="md" mb="lg" maw={760} component="ul" p={0} style={{ listStyle: "none" }}>
      {mailboxes.map((mailbox) => (
        <Paper key={mailbox.id} component="li" withBorder p="md">
          <Stack gap="xs">
            <Title order={2} size="h3" style={{ overflowWrap: "anywhere" }}>
              {onEdit ? (
                <NameButton name={mailbox.address} onClick={() => onEdit(mailbox.id)} />
              ) : (
                mailbox.address
              )}
            </Title>
            <Group gap="xs" c="dimmed">
              <Text>{[mailbox.name, mailbox.siteName].filter(Boolean).join(" · ")}</Text>
              <IconArrowRight size={16} role="img" aria-label={t("mailboxes.leadsTo")} />
              <Text>{queues.find(({ id }) => id === mailbox.queue)?.name}</Text>
            </Group>
            <MailboxStanding mailbox={mailbox} />
          </Stack>
        </Paper>
      ))}
    </Stack>
  );
}

import type { SetAsideLetter as Letter } from "@kanal/api";
import { Button, Group, Stack, Text } from "@mantine/core";
import { IconDownload, IconRefresh } from "@tabler/icons-react";
import { saveOriginalAt } from "../../../conversations/letter/saveOriginal";
import { Ago } from "../../../parts/Ago";
import { DeleteButton } from "../../../parts/DeleteButton";
import { showProblem } from "../../../parts/showProblem";
import { api, ask } from "../../../server/api";
import { useWords } from "../../../words/useWords";
import { useSave } from "../../useSave";

interface Props {
  mailbox: string;
  letter: Letter;
}

export function SetAsideLetter({ mailbox, letter }: Props) {
  const { t } = useWords();
  const path = { id: mailbox, letter: letter.id };
  const subject = letter.subject || t("setAside.noSubject");
  const retry = useSave(
    () => ask(api.POST("/api/v1/mailboxes/{id}/set-aside/{letter}/retry", { params: { path } })),
    { refresh: ["mailboxes"], quiet: true },
  );
  const drop = useSave(
    () => ask(api.DELETE("/api/v1/mailboxes/{id}/set-aside/{letter}", { params: { path } })),
    { refresh: ["mailboxes"], quiet: true },
  );
  return (
    <Stack component="li" gap="xs">
      <div>
        <Text fw={600} style={{ overflowWrap: "anywhere" }}>
          {subject}
        </Text>
        <Text style={{ overflowWrap: "anywhere" }}>
          {[letter.from, letter.folder].filter(Boolean).join(" · ")} ·{" "}
          <Ago at={letter.at} inherit c="inherit" />
        </Text>
        <Text style={{ overflowWrap: "anywhere" }}>
          {t("setAside.reason", { tries: letter.tries })} <q>{letter.reason}</q>
        </Text>
      </div>
      <Group gap="sm">
        <Button
          size="compact-md"
          variant="default"
          leftSection={<IconRefresh size={16} />}
          loading={retry.isPending}
          onClick={() => retry.mutate(undefined)}
        >
          {t("setAside.retry")}
        </Button>
        <Button
          size="compact-md"
          variant="default"
          leftSection={<IconDownload size={16} />}
          onClick={() =>
            saveOriginalAt(
              `/api/v1/mailboxes/${mailbox}/set-aside/${letter.id}/original`,
              letter.subject ?? "",
            ).catch(showProblem(t))
          }
        >
          {t("letter.original")}
        </Button>
        <DeleteButton name={subject} loses={t("setAside.drop")} onDelete={() => drop.mutate(undefined)} />
      </Group>
    </Stack>
  );
}

import type { Mailbox } from "@kanal/api";
import { Group, Loader, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconCircleOff } from "@tabler/icons-react";
import { Ago } from "../../parts/Ago";
import { useWords } from "../../words/useWords";
import { type Standing, standings } from "./standing";

function Sign({ tone }: { tone: Standing["tone"] }) {
  const box = { size: 16, "aria-hidden": true, style: { flex: "none", marginTop: 2 } } as const;
  if (tone === "waiting") return <Loader size={14} mt={3} style={{ flex: "none" }} aria-hidden />;
  if (tone === "bad") return <IconAlertTriangle {...box} color="var(--bad)" />;
  if (tone === "good") return <IconCircleCheck {...box} color="var(--good)" />;
  return <IconCircleOff {...box} color="var(--muted)" />;
}

/** How a mailbox stands, in words: what comes in, what goes out, and what is wrong. */
export function MailboxStanding({ mailbox }: { mailbox: Mailbox }) {
  const { t } = useWords();
  const { lastLetterAt } = mailbox.state;
  return standings(mailbox).map(({ key, tone, sentence, lastLetter, count }) => (
    <Group key={key} gap="sm" wrap="nowrap" align="flex-start">
      <Sign tone={tone} />
      <Text c={tone === "bad" ? "var(--bad)" : undefined}>
        {t(key, count === undefined ? {} : { count })}
        {sentence && ` ${sentence}`}
        {lastLetter && lastLetterAt && (
          <Text span c="dimmed">
            {` · ${t("mailboxes.lastLetter")} `}
            <Ago at={lastLetterAt} inherit />
          </Text>
        )}
      </Text>
    </Group>
  ));
}

import type { MailboxTest } from "@kanal/api";
import { Button, Group, Loader, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { useWords } from "../../../words/useWords";

interface Props {
  test?: MailboxTest;
  pending: boolean;
  /** The certificate is trusted from now on, once it is saved. */
  onTrust: (what: "incoming" | "outgoing", fingerprint: string) => void;
}

/** What was tried, one line each: what it was and how it went, in the server's words. */
export function ConnectionSteps({ test, pending, onTrust }: Props) {
  const { t } = useWords();
  if (pending)
    return (
      <Group gap="sm" role="status">
        <Loader size="xs" aria-hidden />
        <Text>{t("mailboxes.test.running")}</Text>
      </Group>
    );
  if (!test) return null;
  return (
    <Stack gap="sm" role="status" aria-label={t("mailboxes.test.result")}>
      {test.steps.map(({ what, subject, ok, sentence, fingerprint }) => (
        <Group key={`${what} ${subject}`} gap="sm" wrap="nowrap" align="flex-start">
          {ok ? (
            <IconCircleCheck
              size={18}
              color="var(--good)"
              role="img"
              aria-label={t("mailboxes.step.ok")}
              style={{ flex: "none" }}
            />
          ) : (
            <IconAlertTriangle
              size={18}
              color="var(--bad)"
              role="img"
              aria-label={t("mailboxes.step.failed")}
              style={{ flex: "none" }}
            />
          )}
          <div>
            <Text fw={600} style={{ overflowWrap: "anywhere" }}>
              {t(`mailboxes.step.${what}`)} {subject}
            </Text>
            <Text c={ok ? "dimmed" : "var(--bad)"} style={{ overflowWrap: "anywhere" }}>
              {sentence}
            </Text>
            {fingerprint && (
              <Button
                mt="xs"
                size="compact-sm"
                variant="default"
                onClick={() => onTrust(what === "outgoing" ? "outgoing" : "incoming", fingerprint)}
              >
                {t("mailboxes.trust")}
              </Button>
            )}
          </div>
        </Group>
      ))}
      <Text fw={600} c={test.works ? "var(--good)" : "var(--bad)"}>
        {t(test.works ? "mailboxes.test.works" : "mailboxes.test.fails")}
      </Text>
    </Stack>
  );
}

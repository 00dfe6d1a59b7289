import { Group, Loader, Stack, Text } from "@mantine/core";
import { useWords } from "../../../words/useWords";
import { ConnectionStep } from "./ConnectionStep";
import type { Trial } from "./tryMailbox";

interface Props {
  trial?: Trial;
  pending: boolean;
  /** The certificate is trusted from now on, once it is saved. */
  onTrust: (what: "incoming" | "outgoing", fingerprint: string) => void;
}

/** What was tried and what is being tried, one line each: what it is and how it went, in the server's words. */
export function ConnectionSteps({ trial, pending, onTrust }: Props) {
  const { t } = useWords();
  if (!trial && !pending) return null;
  const trying = trial?.trying;
  return (
    <Stack gap="sm" role="status" aria-label={t("mailboxes.test.result")} aria-busy={pending}>
      {trial?.steps.map((step) => (
        <ConnectionStep key={`${step.what} ${step.subject}`} step={step} onTrust={onTrust} />
      ))}
      {pending && (
        <Group gap="sm" wrap="nowrap" align="flex-start">
          <Loader size={18} aria-hidden style={{ flex: "none" }} />
          <Text style={{ overflowWrap: "anywhere" }}>
            {trying ? `${t(`mailboxes.step.${trying.what}`)} ${trying.subject}` : t("mailboxes.test.running")}
          </Text>
        </Group>
      )}
      {!pending && trial?.works !== undefined && (
        <Text fw={600} c={trial.works ? "var(--good)" : "var(--bad)"}>
          {t(trial.works ? "mailboxes.test.works" : "mailboxes.test.fails")}
        </Text>
      )}
    </Stack>
  );
}

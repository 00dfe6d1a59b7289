import type { MailboxStep } from "@kanal/api";
import { Button, Group, Text } from "@mantine/core";
import { useWords } from "../../../words/useWords";
import { StepSign } from "./StepSign";

interface Props {
  step: MailboxStep;
  onTrust: (what: "incoming" | "outgoing", fingerprint: string) => void;
}

export function ConnectionStep({ step: { what, subject, ok, sentence, fingerprint }, onTrust }: Props) {
  const { t } = useWords();
  return (
    <Group gap="sm" wrap="nowrap" align="flex-start">
      <StepSign tone={ok ? "good" : "bad"} label={t(ok ? "mailboxes.step.ok" : "mailboxes.step.failed")} />
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
  );
}

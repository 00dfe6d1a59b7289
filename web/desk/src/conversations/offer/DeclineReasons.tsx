import { Button, Group, Text } from "@mantine/core";
import { useWords } from "../../words/useWords";

interface Props {
  busy: boolean;
  onDecline: (reason: string | undefined) => void;
  onBack: () => void;
}

const reasons = ["offer.reason.busy", "offer.reason.topic", "offer.reason.language"] as const;

export function DeclineReasons({ busy, onDecline, onBack }: Props) {
  const { t } = useWords();
  return (
    <>
      <Text mt="md" mb="sm" fw={600}>
        {t("offer.reason.ask")}
      </Text>
      <Group gap="sm">
        {reasons.map((reason) => (
          <Button
            key={reason}
            size="compact-md"
            variant="default"
            disabled={busy}
            onClick={() => onDecline(t(reason))}
          >
            {t(reason)}
          </Button>
        ))}
        <Button size="compact-md" variant="default" disabled={busy} onClick={() => onDecline(undefined)}>
          {t("offer.reason.none")}
        </Button>
        <Button size="compact-md" variant="subtle" onClick={onBack} autoFocus>
          {t("back")}
        </Button>
      </Group>
    </>
  );
}

import type { SenderFinding, SenderReport } from "@kanal/api";
import { Code, Group, Stack, Text } from "@mantine/core";
import { useWords } from "../../../words/useWords";
import { StepSign } from "./StepSign";
import { ToEnter } from "./ToEnter";

const tones = { good: "good", weak: "fair", missing: "bad", wrong: "bad", unknown: "unknown" } as const;

const names: Record<SenderFinding["aspect"], string> = { mx: "MX", spf: "SPF", dkim: "DKIM", dmarc: "DMARC" };

/** One paragraph for each thing that others look at: how it stands, what is there, and what to enter instead. */
export function SenderFindings({ report }: { report: SenderReport }) {
  const { t } = useWords();
  return (
    <Stack gap="lg">
      {report.findings.every(({ state }) => state === "unknown") && <Text>{t("sender.unresolved")}</Text>}
      {report.findings.map(({ aspect, state, sentence, record, enter }) => (
        <Group key={aspect} gap="sm" wrap="nowrap" align="flex-start">
          <StepSign tone={tones[state]} label={t(`sender.${state}`)} />
          <Stack gap="xs" style={{ minWidth: 0, flex: 1 }}>
            <Text fw={600}>
              {names[aspect]} · {t(`sender.${state}`)}
            </Text>
            <Text style={{ overflowWrap: "anywhere" }}>{sentence}</Text>
            {record && aspect !== "mx" && (
              <Code block style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
                {record}
              </Code>
            )}
            {enter && <ToEnter record={enter} />}
          </Stack>
        </Group>
      ))}
    </Stack>
  );
}

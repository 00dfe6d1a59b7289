import type { GuideStep } from "@kanal/api";
import { Button, Stack, Text, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useWords } from "../../words/useWords";
import { MarkdownField } from "../markdown/MarkdownField";
import { Ordered } from "../order/Ordered";

interface Props {
  article: string;
  steps: GuideStep[];
  errors: Record<string, string>;
  onChange: (steps: GuideStep[]) => void;
}

export function GuideSteps({ article, steps, errors, onChange }: Props) {
  const { t } = useWords();
  const nameOf = (step: GuideStep, at: number) => `${t("knowledge.step")} ${at + 1}: ${step.title}`;
  return (
    <Stack gap="sm" align="stretch" role="group" aria-label={t("knowledge.steps")}>
      <Text fw={600}>{t("knowledge.steps")}</Text>
      {steps.length === 0 && <Text c="dimmed">{t("knowledge.steps.empty")}</Text>}
      <Ordered items={steps} onChange={onChange} nameOf={nameOf}>
        {(step, at, change) => (
          <Stack gap="sm">
            <TextInput
              label={`${t("knowledge.step")} ${at + 1}`}
              required
              maxLength={200}
              value={step.title}
              error={errors[`content.steps.${at}.title`]}
              onChange={(event) => change({ title: event.currentTarget.value })}
            />
            <MarkdownField
              article={article}
              label={t("knowledge.step.body")}
              value={step.body ?? ""}
              error={errors[`content.steps.${at}.body`]}
              minRows={3}
              onChange={(body) => change({ body })}
            />
          </Stack>
        )}
      </Ordered>
      <Button
        variant="default"
        leftSection={<IconPlus size={16} />}
        onClick={() => onChange([...steps, { title: t("knowledge.step.new"), body: "" }])}
      >
        {t("knowledge.step.add")}
      </Button>
    </Stack>
  );
}

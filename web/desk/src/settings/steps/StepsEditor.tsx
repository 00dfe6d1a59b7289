import type { SkillWish } from "@kanal/api";
import { Button, Group, Stack, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useWords } from "../../words/useWords";
import { StepRow } from "./StepRow";
import { stepsSentence } from "./stepsSentence";
import { useSkillNames } from "./useSkillNames";

interface Props {
  steps: SkillWish[];
  onChange: (steps: SkillWish[]) => void;
  /** The server's sentences, by place such as "terms.steps[0].seconds". */
  error?: string;
}

const usualSeconds = 30;

/** All but the last step have a time. */
const inOrder = (steps: SkillWish[]): SkillWish[] =>
  steps.map(({ needs, seconds }, place) =>
    place === steps.length - 1 ? { needs } : { needs, seconds: seconds ?? usualSeconds },
  );

/** Who may answer, step by step while the customer waits; above it the same as a sentence. */
export function StepsEditor({ steps, onChange, error }: Props) {
  const { t, language } = useWords();
  const { name, languages, skills } = useSkillNames();
  const set = (next: SkillWish[]) => onChange(inOrder(next));
  const shown = steps.length === 0 ? [{ needs: [] }] : steps;
  // One step that anyone meets says what no step says.
  const change = (place: number, step: SkillWish) => {
    const next = shown.map((each, at) => (at === place ? step : each));
    set(next.length === 1 && step.needs.length === 0 ? [] : next);
  };
  const insertBefore = () => set([{ needs: [{ skill: "language", level: 3 }] }, ...shown]);
  return (
    <Stack gap="sm">
      <Text fw={600} role="status">
        {stepsSentence(steps, name, t, language)}
      </Text>
      <Stack component="ol" gap="sm" m={0} p={0} style={{ listStyle: "none" }}>
        {shown.map((step, place) => (
          <StepRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
            key={place}
            place={place}
            step={step}
            isLast={place === shown.length - 1}
            choices={[...["language"], ...languages, ...skills.map(({ id }) => id)]}
            name={name}
            onChange={(next) => change(place, next)}
            onRemove={shown.length > 1 ? () => set(shown.filter((_, at) => at !== place)) : undefined}
          />
        ))}
      </Stack>
      {error && (
        <Text c="var(--bad)" size="xs" role="alert">
          {error}
        </Text>
      )}
      <Group gap="sm">
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          onClick={insertBefore}
        >
          {t("steps.addFirst")}
        </Button>
        {shown.at(-1)?.needs.length !== 0 && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={14} />}
            onClick={() => set([...shown, { needs: [] }])}
          >
            {t("steps.addAnyone")}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

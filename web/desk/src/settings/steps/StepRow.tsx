import type { SkillNeeded, SkillWish } from "@kanal/api";
import { ActionIcon, Group, NativeSelect, Text } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { DurationField } from "../../parts/DurationField";
import { useWords } from "../../words/useWords";
import { LevelSelect } from "./LevelSelect";
import classes from "./StepRow.module.css";

interface Props {
  place: number;
  step: SkillWish;
  isLast: boolean;
  choices: string[];
  name: (skill: string) => string;
  onChange: (step: SkillWish) => void;
  onRemove?: () => void;
}

const anyone = "anyone";

/** One step: "Danish 4 and Visa 2, for 30 seconds, then". */
export function StepRow({ place, step, isLast, choices, name, onChange, onRemove }: Props) {
  const { t } = useWords();
  const number = place + 1;
  const needs = step.needs.length > 0 ? step.needs : [undefined];
  const free = choices.filter((skill) => !step.needs.some((need) => need.skill === skill));

  function choose(at: number, skill: string) {
    if (skill === anyone) onChange({ ...step, needs: step.needs.filter((_, each) => each !== at) });
    else if (step.needs.length === 0) onChange({ ...step, needs: [{ skill, level: 3 }] });
    else put(at, { skill, level: step.needs[at]?.level ?? 3 });
  }
  const put = (at: number, need: SkillNeeded) =>
    onChange({ ...step, needs: step.needs.map((each, index) => (index === at ? need : each)) });

  return (
    <Group component="li" gap="sm" className={classes.step ?? ""} aria-label={t("steps.step", { number })}>
      {needs.map((need, at) => (
        <Group key={need?.skill ?? anyone} gap={4} wrap="nowrap">
          {at > 0 && <Text span>{t("steps.and")}</Text>}
          <NativeSelect
            aria-label={t("steps.skill", { number })}
            value={need?.skill ?? anyone}
            data={[
              { value: anyone, label: t(at > 0 ? "steps.without" : "steps.anyone") },
              ...(need ? [need.skill] : []).map((skill) => ({ value: skill, label: name(skill) })),
              ...free.map((skill) => ({ value: skill, label: name(skill) })),
            ]}
            onChange={(event) => choose(at, event.currentTarget.value)}
          />
          {need && (
            <LevelSelect
              name={t("steps.level", { skill: name(need.skill) })}
              level={need.level}
              lowest={1}
              onChange={(level) => put(at, { ...need, level })}
            />
          )}
        </Group>
      ))}
      {step.needs.length > 0 && free.length > 0 && (
        <ActionIcon
          aria-label={t("steps.addSkill", { number })}
          onClick={() => onChange({ ...step, needs: [...step.needs, { skill: free[0] ?? "", level: 3 }] })}
        >
          <IconPlus size={16} />
        </ActionIcon>
      )}
      {isLast ? (
        <Text c="dimmed">{t("steps.untilAnswered")}</Text>
      ) : (
        <>
          <Text span>{t("steps.forWord")}</Text>
          <DurationField
            label={t("steps.time", { number })}
            hideLabel
            value={step.seconds ?? undefined}
            onChange={(seconds) => onChange({ ...step, seconds })}
          />
          <Text span>{t("steps.then")}</Text>
        </>
      )}
      {onRemove && (
        <ActionIcon ml="auto" aria-label={t("steps.remove", { number })} onClick={onRemove}>
          <IconX size={16} />
        </ActionIcon>
      )}
    </Group>
  );
}

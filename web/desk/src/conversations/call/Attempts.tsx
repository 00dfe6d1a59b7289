import type { CallCard } from "@kanal/api";
import { Text } from "@mantine/core";
import { Ago } from "../../parts/Ago";
import { useWords } from "../../words/useWords";
import classes from "./Call.module.css";

export function Attempts({ attempts }: { attempts: CallCard["attempts"] }) {
  const { t } = useWords();
  const made = attempts.filter((attempt) => attempt.outcome);
  if (made.length === 0) return null;
  return (
    <ul className={classes.attempts} aria-label={t("call.attempts")}>
      {made.map((attempt) => (
        <li key={attempt.startedAt}>
          <Text size="xs" c="dimmed" span>
            <Ago at={attempt.startedAt} /> · {attempt.outcome && t(`call.outcome.${attempt.outcome}`)} ·{" "}
            {attempt.agent.name}
          </Text>
        </li>
      ))}
    </ul>
  );
}

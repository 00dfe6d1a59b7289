import {
  IconArrowDownRight,
  IconArrowUpRight,
  IconCircleCheck,
  IconCircleX,
  IconEqual,
  IconQuestionMark,
} from "@tabler/icons-react";
import { useWords } from "../../words/useWords";
import classes from "./Simulate.module.css";
import type { Verdict } from "./verdict";

const icons = {
  better: IconCircleCheck,
  worse: IconCircleX,
  more: IconArrowUpRight,
  less: IconArrowDownRight,
  same: IconEqual,
  noEvidence: IconQuestionMark,
} as const;

/** Better, worse or no evidence: a word and a shape, and a colour besides. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const { t } = useWords();
  const Icon = icons[verdict];
  return (
    <span className={classes.verdict} data-verdict={verdict}>
      <Icon size={16} aria-hidden />
      {t(`strategy.run.verdict.${verdict}`)}
    </span>
  );
}

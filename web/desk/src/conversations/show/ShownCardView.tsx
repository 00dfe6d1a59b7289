import type { ShownCard } from "@kanal/api";
import { Anchor, Progress, Text } from "@mantine/core";
import { IconWorld } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { kindIcons } from "../../knowledge/kinds";
import { useWords } from "../../words/useWords";
import { progressSentence, shareDone } from "./progress";
import classes from "./Show.module.css";
import { shownQuery } from "./showQueries";

/** What was shown, and how far the visitor has got. */
export function ShownCardView({ card, conversation }: { card: ShownCard; conversation: string }) {
  const { t } = useWords();
  const { data = [] } = useQuery(shownQuery(conversation));
  const progress = data.find(({ shown }) => shown === card.id);
  const Icon = card.kind === "page" ? IconWorld : kindIcons[card.kind];
  return (
    <div className={classes.card}>
      <span className={classes.title}>
        <Icon size={18} aria-hidden />
        <Anchor href={card.url} target="_blank" rel="noopener noreferrer" inherit>
          {card.title}
        </Anchor>
      </span>
      {card.kind !== "page" && (
        <Text size="xs" c="dimmed" role="status">
          {progressSentence(card, progress, t)}
        </Text>
      )}
      {(card.steps > 0 || card.fields > 0) && progress?.openedAt && (
        <Progress size="xs" value={100 * shareDone(card, progress)} aria-hidden />
      )}
    </div>
  );
}

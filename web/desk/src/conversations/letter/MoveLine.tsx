import type { Conversation, Entry } from "@kanal/api";
import { Anchor, Button, Group, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Ago } from "../../parts/Ago";
import { timelineQuery } from "../../server/queries";
import { useWords } from "../../words/useWords";
import { eventSentence } from "../stream/eventSentence";
import stream from "../stream/Stream.module.css";
import { isOpenMove, isOpenProposal } from "./moves";
import { useMoves } from "./useMoves";

/** A quiet line about letters that belong together or do not, with what can be done about it. */
export function MoveLine({ entry, conversation }: { entry: Entry; conversation: Conversation }) {
  const { t, language } = useWords();
  const entries =
    useInfiniteQuery(timelineQuery(conversation.id)).data?.pages.flatMap(({ data }) => data) ?? [];
  const { split, undo } = useMoves(conversation);
  const { event } = entry;
  const { sequence, move, conversation: other } = event ?? {};
  return (
    <Group className={stream.event} gap="sm" justify="center">
      <Text inherit>
        {eventSentence(entry, conversation, t, language)} <Ago at={entry.at} />
      </Text>
      {other && (
        <Anchor component={Link} inherit to={`/conversations/${other}?list=all`}>
          {t("move.open")}
        </Anchor>
      )}
      {sequence && isOpenProposal(entry, entries) && (
        <Button
          variant="light"
          size="compact-xs"
          loading={split.isPending}
          onClick={() => split.mutate(sequence)}
        >
          {t("move.split")}
        </Button>
      )}
      {move && isOpenMove(entry, entries) && (
        <Button
          variant="subtle"
          size="compact-xs"
          loading={undo.isPending}
          onClick={() => undo.mutate({ move, conversation: other ?? undefined })}
        >
          {t("undo")}
        </Button>
      )}
    </Group>
  );
}

import type { Conversation } from "@kanal/api";
import { Button, Center, Loader, VisuallyHidden } from "@mantine/core";
import { IconArrowDown } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { type UIEvent, useMemo, useRef, useState } from "react";
import { inOrder } from "../../live/timeline";
import { customerName } from "../../parts/customerName";
import { Failed } from "../../parts/Failed";
import { LoadingRows } from "../../parts/LoadingRows";
import { timelineQuery } from "../../server/queries";
import { useWords } from "../../words/useWords";
import { subjectChanges } from "../letter/subjects";
import { OutgoingBubble } from "./OutgoingBubble";
import { lastRatings } from "./ratings";
import classes from "./Stream.module.css";
import { StreamEntry } from "./StreamEntry";
import { TypingLine } from "./TypingLine";
import { useOutgoing } from "./useOutgoing";
import { useReading } from "./useReading";

const nearEnd = 80;
const nearStart = 300;

/** Everything that was said and done, oldest first. The box grows from below, so that its end stays in view. */
export function Stream({ conversation }: { conversation: Conversation }) {
  const { t } = useWords();
  const timeline = useInfiniteQuery(timelineQuery(conversation.id));
  const entries = useMemo(() => lastRatings(inOrder(timeline.data?.pages ?? [])), [timeline.data]);
  const subjects = useMemo(() => subjectChanges(entries), [entries]);
  const outgoing = useOutgoing(conversation.id, entries);
  const box = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const [seenTo, setSeenTo] = useState(Number.MAX_SAFE_INTEGER);
  const lastHeard = entries.findLast((entry) => entry.kind === "message" && entry.from === "visitor");
  useReading(conversation, atEnd ? (lastHeard?.sequence ?? 0) : 0);
  const unseen = entries.filter((entry) => entry.from === "visitor" && entry.sequence > seenTo).length;

  function scrolled({ currentTarget: { scrollTop, scrollHeight, clientHeight } }: UIEvent) {
    const end = -scrollTop < nearEnd;
    if (end !== atEnd) {
      setAtEnd(end);
      setSeenTo(end ? Number.MAX_SAFE_INTEGER : (entries.at(-1)?.sequence ?? 0));
    }
    const fromStart = scrollHeight - clientHeight + scrollTop;
    if (fromStart < nearStart && timeline.hasNextPage && !timeline.isFetchingNextPage)
      void timeline.fetchNextPage();
  }

  if (timeline.isPending) return <LoadingRows />;
  if (!timeline.data) return <Failed error={timeline.error} onRetry={() => timeline.refetch()} />;
  return (
    <div className={classes.frame}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <div ref={box} className={classes.box} onScroll={scrolled} tabIndex={0} role="log" aria-live="off">
        <div className={classes.lines}>
          {timeline.isFetchingNextPage && (
            <Center p="sm">
              <Loader size="sm" aria-label={t("loading")} />
            </Center>
          )}
          {entries.map((entry, index) => (
            <StreamEntry
              key={entry.id}
              entry={entry}
              before={entries[index - 1]}
              conversation={conversation}
              subjects={subjects}
            />
          ))}
          {outgoing.map((item) => (
            <OutgoingBubble key={item.clientId} item={item} />
          ))}
          <TypingLine conversation={conversation} />
        </div>
      </div>
      {!atEnd && (
        <Button
          className={classes.jump}
          size="compact-md"
          variant={unseen > 0 ? "filled" : "default"}
          leftSection={<IconArrowDown size={14} />}
          onClick={() => box.current?.scrollTo({ top: 0, behavior: "smooth" })}
        >
          {unseen > 0 ? t("stream.new", { count: unseen }) : t("stream.toEnd")}
        </Button>
      )}
      <VisuallyHidden role="status">
        {lastHeard && `${customerName(conversation.customer, t)}: ${lastHeard.text}`}
      </VisuallyHidden>
    </div>
  );
}

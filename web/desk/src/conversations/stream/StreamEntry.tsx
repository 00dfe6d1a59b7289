import type { Conversation, Entry } from "@kanal/api";
import { dayInWords } from "../../words/relative";
import { useNow } from "../../words/useNow";
import { useWords } from "../../words/useWords";
import { EventLine } from "./EventLine";
import { MessageBubble } from "./MessageBubble";
import classes from "./Stream.module.css";

interface Props {
  entry: Entry;
  before?: Entry;
  conversation: Conversation;
}

const sameDay = (a: string, b: string) => new Date(a).toDateString() === new Date(b).toDateString();
const togetherMs = 3 * 60_000;

const follows = (entry: Entry, before?: Entry) =>
  before?.kind === entry.kind &&
  before.from === entry.from &&
  before.author?.id === entry.author?.id &&
  Date.parse(entry.at) - Date.parse(before.at) < togetherMs;

export function StreamEntry({ entry, before, conversation }: Props) {
  const { language } = useWords();
  const now = useNow();
  return (
    <>
      {!(before && sameDay(before.at, entry.at)) && (
        <div className={classes.day}>{dayInWords(entry.at, now, language)}</div>
      )}
      {entry.kind === "event" ? (
        <EventLine entry={entry} conversation={conversation} />
      ) : (
        <MessageBubble entry={entry} follows={follows(entry, before)} conversation={conversation} />
      )}
    </>
  );
}

import type { Conversation, Entry } from "@kanal/api";
import { dayInWords } from "../../words/relative";
import { useNow } from "../../words/useNow";
import { useWords } from "../../words/useWords";
import { LetterView } from "../letter/LetterView";
import { MovedEntry } from "../letter/MovedEntry";
import { MoveLine } from "../letter/MoveLine";
import { isAboutMoves } from "../letter/moves";
import { EventLine } from "./EventLine";
import { MessageBubble } from "./MessageBubble";
import classes from "./Stream.module.css";

interface Props {
  entry: Entry;
  before?: Entry;
  conversation: Conversation;
  /** The entries above whose letter the subject stands. */
  subjects: Set<string>;
}

const sameDay = (a: string, b: string) => new Date(a).toDateString() === new Date(b).toDateString();
const togetherMs = 3 * 60_000;

const follows = (entry: Entry, before?: Entry) =>
  before?.kind === entry.kind &&
  before.from === entry.from &&
  before.author?.id === entry.author?.id &&
  Date.parse(entry.at) - Date.parse(before.at) < togetherMs;

export function StreamEntry({ entry, before, conversation, subjects }: Props) {
  const { language } = useWords();
  const now = useNow();
  const said = <Said entry={entry} before={before} conversation={conversation} subjects={subjects} />;
  return (
    <>
      {!(before && sameDay(before.at, entry.at)) && (
        <div className={classes.day}>{dayInWords(entry.at, now, language)}</div>
      )}
      {entry.moved ? (
        <MovedEntry entry={entry} conversation={conversation}>
          {said}
        </MovedEntry>
      ) : (
        said
      )}
    </>
  );
}

function Said({ entry, before, conversation, subjects }: Props) {
  if (isAboutMoves(entry)) return <MoveLine entry={entry} conversation={conversation} />;
  const letter = entry.letter && (
    <LetterView
      entry={entry}
      letter={entry.letter}
      conversation={conversation}
      withSubject={subjects.has(entry.id)}
    />
  );
  if (entry.kind === "event")
    return (
      <>
        <EventLine entry={entry} conversation={conversation} />
        {entry.event?.type === "forwarded" && letter}
      </>
    );
  if (letter) return letter;
  return <MessageBubble entry={entry} follows={follows(entry, before)} conversation={conversation} />;
}

import type { Conversation, Entry, Letter } from "@kanal/api";
import { Text } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { FileView } from "../stream/FileView";
import stream from "../stream/Stream.module.css";
import { Deliveries } from "./Deliveries";
import classes from "./Letter.module.css";
import { LetterBody } from "./LetterBody";
import { LetterHead } from "./LetterHead";
import { LetterMarks } from "./LetterMarks";
import { LetterUnder } from "./LetterUnder";
import { inlineFiles, isPlain } from "./sheet";

interface Props {
  entry: Entry;
  letter: Letter;
  conversation: Conversation;
  /** Above it stands its subject: it is the first, or changes it. */
  withSubject: boolean;
}

/** A letter in the stream: who wrote to whom, what it says, what came with it, what became of it. */
export function LetterView({ entry, letter, conversation, withSubject }: Props) {
  const { t } = useWords();
  // What is forwarded, and what comes of it, is seen by nobody but us.
  const note = entry.kind !== "message";
  const side = note ? stream.note : letter.mine ? stream.ours : stream.theirs;
  // Ours are shown as they were written; how they were set is the site's own look.
  const html = !letter.mine && letter.html && !isPlain(letter.html) ? letter.html : undefined;
  const inText = new Set([...inlineFiles(html ?? "", letter.files).values()].map(({ file }) => file.id));
  const files = [
    ...new Map(
      [...entry.files, ...letter.files.map(({ file }) => file)].map((file) => [file.id, file]),
    ).values(),
  ];
  const beside = files.filter(({ id }) => !inText.has(id));

  return (
    <article
      className={`${side} ${classes.letter}`}
      aria-label={t("letter.named", { subject: letter.subject })}
    >
      <div className={`${stream.bubble} ${classes.card}`}>
        <LetterHead letter={letter} at={entry.at} />
        {withSubject && (
          <Text fw={600} component="h2" className={classes.subject}>
            {letter.subject}
          </Text>
        )}
        <LetterMarks letter={letter} />
        <LetterBody entry={entry} letter={letter} html={html} conversation={conversation.id} />
      </div>
      {beside.length > 0 && (
        <div className={stream.files}>
          {beside.map((file) => (
            <FileView key={file.id} file={file} conversation={conversation.id} />
          ))}
        </div>
      )}
      <LetterUnder entry={entry} letter={letter} conversation={conversation} />
      {letter.mine && <Deliveries letter={letter} conversation={conversation.id} />}
    </article>
  );
}

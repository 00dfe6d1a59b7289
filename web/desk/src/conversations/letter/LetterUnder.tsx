import type { Conversation, Entry, Letter } from "@kanal/api";
import { IconNote } from "@tabler/icons-react";
import { Ago } from "../../parts/Ago";
import { ChannelMark } from "../../parts/ChannelMark";
import { useMe } from "../../shell/useSession";
import { useWords } from "../../words/useWords";
import stream from "../stream/Stream.module.css";
import { LetterMenu } from "./LetterMenu";

interface Props {
  entry: Entry;
  letter: Letter;
  conversation: Conversation;
}

export function LetterUnder({ entry, letter, conversation }: Props) {
  const me = useMe();
  const { t } = useWords();
  const author = entry.author?.id === me.id ? t("stream.you") : entry.author?.name;
  return (
    <div className={stream.under}>
      {entry.kind !== "message" ? (
        <IconNote size={12} aria-label={t("stream.note")} role="img" />
      ) : (
        <ChannelMark channel="email" size={12} />
      )}
      {letter.mine && author && <span>{author}</span>}
      <Ago at={entry.at} />
      <LetterMenu entry={entry} letter={letter} conversation={conversation} />
    </div>
  );
}

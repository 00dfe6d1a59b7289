import type { Conversation, Entry } from "@kanal/api";
import { IconChecks, IconNote } from "@tabler/icons-react";
import { Ago } from "../../parts/Ago";
import { ChannelMark } from "../../parts/ChannelMark";
import { customerName } from "../../parts/customerName";
import { LinkedText } from "../../parts/LinkedText";
import { useMe } from "../../shell/useSession";
import { useWords } from "../../words/useWords";
import { FormCardView } from "../show/FormCardView";
import { ShownCardView } from "../show/ShownCardView";
import { FileView } from "./FileView";
import classes from "./Stream.module.css";

interface Props {
  entry: Entry;
  follows: boolean;
  conversation: Conversation;
}

export function MessageBubble({ entry, follows, conversation }: Props) {
  const me = useMe();
  const { t } = useWords();
  const note = entry.kind === "note";
  const side = note ? classes.note : entry.from === "visitor" ? classes.theirs : classes.ours;
  const isRead = entry.from === "agent" && entry.sequence <= conversation.readByVisitor;
  const author = entry.author?.id === me.id ? t("stream.you") : entry.author?.name;
  const who = entry.from === "visitor" && !note ? customerName(conversation.customer, t) : author;

  return (
    <div className={`${side} ${follows ? classes.follows : ""}`}>
      {entry.card?.shown && <ShownCardView card={entry.card.shown} conversation={conversation.id} />}
      {entry.card?.form && <FormCardView form={entry.card.form} />}
      {entry.text && !entry.card && (
        <div className={classes.bubble}>
          <LinkedText text={entry.text} />
        </div>
      )}
      {entry.files.length > 0 && (
        <div className={classes.files}>
          {entry.files.map((file) => (
            <FileView key={file.id} file={file} conversation={conversation.id} />
          ))}
        </div>
      )}
      <div className={classes.under}>
        {note ? (
          <IconNote size={12} aria-label={t("stream.note")} role="img" />
        ) : (
          <ChannelMark channel={entry.channel ?? conversation.channel} size={12} />
        )}
        {who && <span>{who}</span>}
        <Ago at={entry.at} />
        {isRead && <IconChecks size={14} color="var(--accent)" role="img" aria-label={t("stream.read")} />}
      </div>
    </div>
  );
}

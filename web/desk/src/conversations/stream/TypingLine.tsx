import type { Conversation } from "@kanal/api";
import { skipToken, useQuery } from "@tanstack/react-query";
import { type Typing, typingKey } from "../../live/patches";
import { customerName } from "../../parts/customerName";
import { useNow } from "../../words/useNow";
import { useWords } from "../../words/useWords";
import classes from "./Stream.module.css";

const quietMs = 8_000;

export function TypingLine({ conversation }: { conversation: Conversation }) {
  const { t } = useWords();
  useNow();
  const typing = useQuery<Typing | null>({ queryKey: typingKey(conversation.id), queryFn: skipToken }).data;
  const shown = typing && Date.now() - typing.at < quietMs;
  return (
    <div className={classes.typing} role="status">
      {shown && t("stream.typing", { name: customerName(conversation.customer, t) })}
    </div>
  );
}

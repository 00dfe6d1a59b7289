import type { Conversation, Entry } from "@kanal/api";
import { Ago } from "../../parts/Ago";
import { useWords } from "../../words/useWords";
import { WhyButton } from "../why/WhyButton";
import { eventSentence } from "./eventSentence";
import classes from "./Stream.module.css";

export function EventLine({ entry, conversation }: { entry: Entry; conversation: Conversation }) {
  const { t, language } = useWords();
  return (
    <div className={classes.event}>
      {eventSentence(entry, conversation, t, language)} <Ago at={entry.at} />{" "}
      {entry.event?.type === "assigned" && <WhyButton conversation={conversation.id} entry={entry} />}
    </div>
  );
}

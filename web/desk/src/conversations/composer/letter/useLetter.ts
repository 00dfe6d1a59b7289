import type { Conversation } from "@kanal/api";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMe } from "../../../shell/useSession";
import { replyQuery } from "../../letter/letterQueries";
import { useLetterDraft } from "./letterDrafts";
import { isSendable, letterToSend } from "./letterToSend";

/** How an answer would go out from here: by which channel, and as a letter to whom. */
export function useLetter(conversation: Conversation, enabled: boolean) {
  const me = useMe();
  const draft = useLetterDraft(me.id, conversation.id);
  const asked = { enabled, placeholderData: keepPreviousData };
  const toAll = useQuery({ ...replyQuery(conversation.id, true, conversation.lastSequence), ...asked });
  const toOne = useQuery({
    ...replyQuery(conversation.id, false, conversation.lastSequence),
    ...asked,
    enabled: enabled && draft.way === "reply",
  });
  const filled = draft.way === "reply" ? (toOne.data ?? toAll.data) : toAll.data;
  const channel = draft.channel ?? filled?.channel ?? conversation.channel;
  const letter = letterToSend(draft, filled);
  const byLetter = enabled && channel === "email" && filled !== undefined;
  return {
    draft,
    filled,
    channel,
    letter,
    byLetter,
    several: (toAll.data?.to.length ?? 0) + (toAll.data?.cc.length ?? 0) > 1,
    sendable: !byLetter || isSendable(letter),
  };
}

export type LetterWriting = ReturnType<typeof useLetter>;

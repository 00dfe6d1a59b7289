import type { Conversation } from "@kanal/api";
import { useDebouncedCallback } from "@mantine/hooks";
import { useState } from "react";
import { api, ask } from "../../server/api";
import { useMe } from "../../shell/useSession";
import { keepDraft, keepKind, restoreDraft, restoreKind } from "./drafts";

const toServerMs = 1_000;

/**
 * The text being written, and whether it is a note: in this browser at every key, and an answer on the server a second later.
 * @param noteOnly nothing else can be written here; what was begun stays a note even if that changes meanwhile
 */
export function useDraft(conversation: Conversation, noteOnly: boolean) {
  const me = useMe();
  const [draft, setDraft] = useState(() => {
    const text = restoreDraft(me.id, conversation.id, conversation.draft);
    return { text, note: text !== "" && restoreKind(me.id, conversation.id) };
  });
  const tell = useDebouncedCallback(
    (written: string) => {
      const params = { path: { id: conversation.id } };
      // The browser's own copy remains, and the next key tries again.
      ask(api.PUT("/api/v1/conversations/{id}/draft", { params, body: { text: written } })).catch(
        () => undefined,
      );
    },
    { delay: toServerMs, flushOnUnmount: true },
  );

  function keep(text: string, note: boolean) {
    setDraft({ text, note });
    keepDraft(me.id, conversation.id, text);
    keepKind(me.id, conversation.id, note && text !== "");
    // Another browser would take it for an answer.
    tell(note ? "" : text);
  }
  return {
    text: draft.text,
    note: draft.note || noteOnly,
    write: (text: string) => keep(text, noteOnly ? text !== "" : draft.note),
    choose: (note: boolean) => keep(draft.text, note),
    done: () => keep("", false),
  };
}

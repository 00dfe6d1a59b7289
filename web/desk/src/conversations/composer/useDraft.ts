import type { Conversation } from "@kanal/api";
import { useDebouncedCallback } from "@mantine/hooks";
import { useState } from "react";
import { api, ask } from "../../server/api";
import { useMe } from "../../shell/useSession";
import { keepDraft, restoreDraft } from "./drafts";

const toServerMs = 1_000;

/** The text being written: in this browser at every key, on the server a second later. */
export function useDraft(conversation: Conversation) {
  const me = useMe();
  const [text, setText] = useState(() => restoreDraft(me.id, conversation.id, conversation.draft));
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

  function write(written: string) {
    setText(written);
    keepDraft(me.id, conversation.id, written);
    tell(written);
  }
  return [text, write] as const;
}

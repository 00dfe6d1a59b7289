import type { Conversation } from "@kanal/api";
import { useDocumentVisibility } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { patchRead } from "../../live/patches";
import { api, ask } from "../../server/api";
import { useMe } from "../../shell/useSession";

/** Tells the server how far the agent has read: only their own conversation, only while they can see it. */
export function useReading(conversation: Conversation, sequence: number) {
  const me = useMe();
  const cache = useQueryClient();
  const visible = useDocumentVisibility() === "visible";
  const told = useRef(0);
  const mine = conversation.agent?.id === me.id && conversation.state !== "closed";
  const behind = sequence > conversation.readByAgent;

  useEffect(() => {
    if (!mine || !visible || !behind || told.current >= sequence) return;
    told.current = sequence;
    const params = { path: { id: conversation.id } };
    ask(api.POST("/api/v1/conversations/{id}/read", { params, body: { sequence } })).then(
      () => patchRead(cache, { conversation: conversation.id, by: "agent", sequence }),
      () => {
        // The next message, or the next look, tells it again.
        told.current = 0;
      },
    );
  }, [mine, visible, behind, sequence, conversation.id, cache]);
}

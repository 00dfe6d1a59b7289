import type { Conversation, Outcome } from "@kanal/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { patchConversation } from "../../live/patches";
import { showProblem } from "../../parts/showProblem";
import { api, ask } from "../../server/api";
import { conversationQuery } from "../../server/queries";
import { useMe } from "../../shell/useSession";
import { useWords } from "../../words/useWords";

export interface WrapUp {
  topic?: string;
  outcome: Outcome;
  note?: string;
}

export interface Transfer {
  agent?: string;
  queue?: string;
  note?: string;
}

/** What an agent can do with one conversation. The lists follow from the event stream. */
export function useConversationActions(id: string) {
  const me = useMe();
  const cache = useQueryClient();
  const { t } = useWords();
  const params = { path: { id } };
  const onError = showProblem(t);
  const refresh = () => cache.invalidateQueries({ queryKey: conversationQuery(id).queryKey });

  const isNow = (conversation: Conversation) => patchConversation(cache, conversation, me.id);

  const take = useMutation({
    mutationFn: () => ask(api.POST("/api/v1/conversations/{id}/take", { params })),
    onSuccess: isNow,
    onError: (problem) => {
      onError(problem);
      void refresh();
    },
  });
  const reopen = useMutation({
    mutationFn: () => ask(api.POST("/api/v1/conversations/{id}/reopen", { params })),
    onSuccess: isNow,
    onError,
  });
  const transfer = useMutation({
    mutationFn: (body: Transfer) => ask(api.POST("/api/v1/conversations/{id}/transfer", { params, body })),
    onSuccess: refresh,
    onError,
  });
  const wrapUp = useMutation({
    mutationFn: (body: WrapUp) => ask(api.POST("/api/v1/conversations/{id}/wrap-up", { params, body })),
    onSuccess: refresh,
    onError,
  });
  return { take, reopen, transfer, wrapUp };
}

import type { CallOutcome } from "@kanal/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { showProblem } from "../../parts/showProblem";
import { api, ask } from "../../server/api";
import { callQuery, conversationQuery } from "../../server/queries";
import { useWords } from "../../words/useWords";

/** What an agent does with a call. The conversation itself follows from the event stream. */
export function useCall(id: string) {
  const { t } = useWords();
  const cache = useQueryClient();
  const params = { path: { id } };
  const onError = showProblem(t);
  const refresh = () =>
    Promise.all([
      cache.invalidateQueries({ queryKey: callQuery(id).queryKey }),
      cache.invalidateQueries({ queryKey: conversationQuery(id).queryKey }),
    ]);

  const start = useMutation({
    mutationFn: () => ask(api.POST("/api/v1/conversations/{id}/callback/call", { params })),
    onSuccess: (card) => cache.setQueryData(callQuery(id).queryKey, card),
    onError,
  });
  const end = useMutation({
    mutationFn: (outcome: CallOutcome) =>
      ask(api.POST("/api/v1/conversations/{id}/callback/outcome", { params, body: { outcome } })),
    onSuccess: refresh,
    onError,
  });
  const book = useMutation({
    mutationFn: (body: { number?: string; slot?: string }) =>
      ask(api.POST("/api/v1/conversations/{id}/callback", { params, body })),
    onSuccess: refresh,
  });
  const cancel = useMutation({
    mutationFn: () => ask(api.DELETE("/api/v1/conversations/{id}/callback", { params })),
    onSuccess: refresh,
    onError,
  });
  return { start, end, book, cancel };
}

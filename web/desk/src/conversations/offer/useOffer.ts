import type { Conversation, Offer } from "@kanal/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { patchConversation } from "../../live/patches";
import { showProblem } from "../../parts/showProblem";
import { api, ask, ProblemError } from "../../server/api";
import { offersQuery } from "../../server/queries";
import { useMe } from "../../shell/useSession";
import { useWords } from "../../words/useWords";

export function useOffer(offer: Offer) {
  const me = useMe();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const { t } = useWords();
  const params = { path: { id: offer.id } };
  const remove = () =>
    cache.setQueryData(offersQuery.queryKey, (offers) => offers?.filter((each) => each.id !== offer.id));

  function failed(problem: unknown) {
    if (problem instanceof ProblemError && problem.status < 500 && problem.status !== 0) remove();
    showProblem(t)(problem);
  }

  const accept = useMutation({
    mutationFn: () => ask(api.POST("/api/v1/offers/{id}/accept", { params })),
    onSuccess: (conversation: Conversation) => {
      remove();
      patchConversation(cache, conversation, me.id);
      void navigate(`/conversations/${conversation.id}?list=mine`);
    },
    onError: failed,
  });
  const decline = useMutation({
    mutationFn: (reason: string | undefined) =>
      ask(api.POST("/api/v1/offers/{id}/decline", { params, body: { reason } })),
    onSuccess: remove,
    onError: failed,
  });
  return { accept, decline };
}

import type { Presence } from "@kanal/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { patchAgent } from "../live/patches";
import { showProblem } from "../parts/showProblem";
import { api, ask } from "../server/api";
import { useWords } from "../words/useWords";
import { useMe } from "./useSession";

/** Whether the last change was wished for here; "away" that was not is told to the agent. */
let wished: Presence | undefined;
export const wasWished = (presence: Presence) => wished === presence;

/** Whatever else has come of it, what comes after that was not wished for. */
export function settleWish(presence: Presence) {
  if (presence !== wished) wished = undefined;
}

export function usePresence() {
  const me = useMe();
  const cache = useQueryClient();
  const { t } = useWords();
  const change = useMutation({
    mutationFn: (presence: Presence) =>
      ask(api.PUT("/api/v1/agents/{id}/presence", { params: { path: { id: me.id } }, body: { presence } })),
    onMutate: (presence) => {
      wished = presence;
    },
    onSuccess: (agent) => patchAgent(cache, agent),
    onError: (problem) => {
      wished = undefined;
      showProblem(t)(problem);
    },
  });
  return { presence: me.presence, setPresence: change.mutate, changing: change.isPending };
}

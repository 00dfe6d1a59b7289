import { useMutation, useQueryClient } from "@tanstack/react-query";
import { showDone } from "../../parts/showDone";
import { showProblem } from "../../parts/showProblem";
import { api, ask } from "../../server/api";
import { useWords } from "../../words/useWords";

/** Makes a draft of a solved conversation. */
export function usePropose() {
  const { t } = useWords();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      ask(api.POST("/api/v1/conversations/{id}/article", { params: { path: { id } } })),
    onSuccess: () => {
      showDone(t)(t("propose.done"));
      void cache.invalidateQueries({ queryKey: ["articles"] });
    },
    onError: showProblem(t),
  });
}

import type { PlanningQueue } from "@kanal/api";
import { ProblemError } from "@kanal/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { showDone } from "../../parts/showDone";
import { showProblem } from "../../parts/showProblem";
import { useWords } from "../../words/useWords";
import { usePlanned } from "../PlanningContext";
import { changeQueue } from "../planningQueries";

/** Saves one of them; where somebody was quicker, theirs is shown. */
export function useChangeQueue(queue: PlanningQueue) {
  const { t } = useWords();
  const { site, line } = usePlanned();
  const cache = useQueryClient();
  const again = () => cache.invalidateQueries({ queryKey: ["planning"] });
  return useMutation({
    mutationFn: (changes: Partial<PlanningQueue>) =>
      changeQueue(site.id, line.queue, { ...changes, version: queue.version }),
    onSuccess: async () => {
      await again();
      showDone(t)(t("saved"));
    },
    onError: (problem) => {
      showProblem(t)(problem);
      if (problem instanceof ProblemError && problem.slug === "changed-meanwhile") void again();
    },
  });
}

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { fieldErrors } from "../parts/problemText";
import { showDone } from "../parts/showDone";
import { showProblem } from "../parts/showProblem";
import { useWords } from "../words/useWords";

interface Form {
  setErrors: (errors: Record<string, string>) => void;
}

/** Saves, refreshes what shows it, and puts the server's sentences beside the fields they are about. */
export function useSave<V, R>(
  save: (value: V) => Promise<R>,
  options: { refresh: string[]; form?: Form; onDone?: (result: R) => void; quiet?: boolean },
) {
  const cache = useQueryClient();
  const { t } = useWords();
  return useMutation({
    mutationFn: save,
    onSuccess: async (result) => {
      await Promise.all(options.refresh.map((name) => cache.invalidateQueries({ queryKey: [name] })));
      if (!options.quiet) showDone(t)(t("saved"));
      options.onDone?.(result);
    },
    onError: (problem) => {
      const errors = fieldErrors(problem);
      options.form?.setErrors(errors);
      showProblem(t)(problem);
    },
  });
}

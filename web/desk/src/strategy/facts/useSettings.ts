import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { showProblem } from "../../parts/showProblem";
import { api, ask } from "../../server/api";
import { useWords } from "../../words/useWords";
import { useStrategy } from "../draft/StrategyContext";
import { settingsQuery } from "../strategyQueries";
import type { Settings } from "../types";

/** What holds for every version: what may be known, and what invitations say. Saved at every change. */
export function useSettings() {
  const { t } = useWords();
  const { site } = useStrategy();
  const cache = useQueryClient();
  const query = useQuery(settingsQuery(site.id));
  const { queryKey } = settingsQuery(site.id);
  const save = useMutation({
    // One after the other: each goes out with the version that the one before came back with.
    scope: { id: `strategy-settings-${site.id}` },
    mutationFn: async (changes: Partial<Settings>) => {
      const known = cache.getQueryData(queryKey);
      const body = { ...known, ...changes };
      return (await ask(
        api.PUT("/api/v1/sites/{site}/strategy/settings", { params: { path: { site: site.id } }, body }),
      )) as Settings;
    },
    onSuccess: (settings) => {
      cache.setQueryData(queryKey, settings);
      void cache.invalidateQueries({ queryKey: ["strategies", "facts"] });
      void cache.invalidateQueries({ queryKey: ["strategies", "of"] });
    },
    onError: (problem) => {
      void cache.invalidateQueries({ queryKey });
      showProblem(t)(problem);
    },
  });
  return { query, save };
}

import type { Preferences, Session } from "@kanal/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { showProblem } from "../parts/showProblem";
import { api, ask } from "../server/api";
import { useWords } from "../words/useWords";
import { useMe } from "./useSession";

/** What the agent has chosen, and a way to choose otherwise; it shows at once. */
export function usePreferences() {
  const me = useMe();
  const cache = useQueryClient();
  const { t, language } = useWords();
  const preferences = {
    language: me.preferences?.language ?? language,
    theme: me.preferences?.theme ?? ("auto" as const),
    sound: me.preferences?.sound ?? true,
    notifications: me.preferences?.notifications ?? false,
  };
  const show = (chosen: Preferences) =>
    cache.setQueryData<Session | null>(
      ["session"],
      (session) => session && { ...session, agent: { ...session.agent, preferences: chosen } },
    );
  const change = useMutation({
    mutationFn: (chosen: Partial<Preferences>) =>
      ask(api.PUT("/api/v1/session/preferences", { body: { ...preferences, ...chosen } })),
    onMutate: (chosen) => {
      show({ ...preferences, ...chosen });
      return preferences;
    },
    // By then this is called as it was drawn last: with what was chosen already.
    onError: (problem, _, before) => {
      if (before) show(before);
      showProblem(t)(problem);
    },
  });
  return { preferences, choose: change.mutate };
}

import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, ask } from "../../server/api";
import { useWords } from "../../words/useWords";
import type { Definition } from "../definition/definition";
import { useStrategy } from "../draft/StrategyContext";
import type { Tried } from "./tried";
import type { Question } from "./useQuestion";

/** What the server would decide; asked anew a moment after anything changes. */
export function useTry(question: Question, definition?: Definition) {
  const { site } = useStrategy();
  const { language } = useWords();
  const [asked] = useDebouncedValue({ question, definition }, 250);
  return useQuery({
    queryKey: ["strategies", "try", site.id, language, asked],
    queryFn: async () =>
      (await ask(
        api.POST("/api/v1/sites/{site}/strategy/try", {
          params: { path: { site: site.id }, query: { language } },
          body: {
            definition: asked.definition,
            facts: asked.question.facts,
            live: asked.question.live,
            at: asked.question.at ? new Date(asked.question.at).toISOString() : undefined,
          },
        }),
      )) as Tried,
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 30_000,
    retry: false,
  });
}

import type { ImportOutcome } from "@kanal/api";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ask } from "../../server/api";

/** What of an import is looked at; "noted" is what something was left out of. */
export type Shown = ImportOutcome | "all" | "noted";

// The desk is told of every step; asking now and then is for a wire that was cut meanwhile.
const whileRunning = 3000;

export const importsQuery = queryOptions({
  queryKey: ["imports", "list"],
  queryFn: async () => (await ask(api.GET("/api/v1/imports"))).data,
});

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ["imports", "one", id],
    queryFn: () => ask(api.GET("/api/v1/imports/{id}", { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data?.state === "running" ? whileRunning : false),
  });

export const itemsQuery = (id: string, shown: Shown) =>
  infiniteQueryOptions({
    queryKey: ["imports", "items", id, shown],
    queryFn: ({ pageParam }) =>
      ask(
        api.GET("/api/v1/imports/{id}/items", {
          params: {
            path: { id },
            query: {
              outcome: shown === "all" || shown === "noted" ? undefined : shown,
              noted: shown === "noted" || undefined,
              limit: 100,
              cursor: pageParam,
            },
          },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "../../server/api";

// No event tells of a step, so the list, which is short and without results, is asked for while one is under way.
const whileRunning = 1000;

export const runsQuery = (site: string) =>
  queryOptions({
    queryKey: ["simulations", "list", site],
    queryFn: async () =>
      (await ask(api.GET("/api/v1/sites/{site}/simulations", { params: { path: { site } } }))).data,
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.some((run) => run.state === "running") ? whileRunning : false,
  });

/** What is over does not change any more. */
export const runQuery = (site: string, id: string) =>
  queryOptions({
    queryKey: ["simulations", "one", site, id],
    queryFn: () => ask(api.GET("/api/v1/sites/{site}/simulations/{id}", { params: { path: { site, id } } })),
    staleTime: Number.POSITIVE_INFINITY,
  });

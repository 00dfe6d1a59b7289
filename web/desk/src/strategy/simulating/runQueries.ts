import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "../../server/api";

/** Short, without results: an event asks for it anew at every step of one that is under way. */
export const runsQuery = (site: string) =>
  queryOptions({
    queryKey: ["simulations", "list", site],
    queryFn: async () =>
      (await ask(api.GET("/api/v1/sites/{site}/simulations", { params: { path: { site } } }))).data,
    staleTime: 0,
  });

/** What is over does not change any more: under a name of its own, so that no event asks for it anew. */
export const runQuery = (site: string, id: string) =>
  queryOptions({
    queryKey: ["simulation", site, id],
    queryFn: () => ask(api.GET("/api/v1/sites/{site}/simulations/{id}", { params: { path: { site, id } } })),
    staleTime: Number.POSITIVE_INFINITY,
  });

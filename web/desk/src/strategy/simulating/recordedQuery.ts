import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { IsoDate } from "../../planning/dates";
import { api, ask } from "../../server/api";

/** Who was recorded at a site on some days, and could come once more. */
export const recordedQuery = (site: string, from: IsoDate, days: number) =>
  queryOptions({
    queryKey: ["recorded", site, from, days],
    queryFn: () =>
      ask(
        api.GET("/api/v1/sites/{site}/simulations/recorded", {
          params: { path: { site }, query: { from, days } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { type IsoDate, plusDays } from "../../planning/dates";
import { linesQuery } from "../../planning/planningQueries";
import { api, ask } from "../../server/api";
import { recordedOf } from "./recorded";

/** How much came to a site on some days, over all of its lines. */
export const recordedQuery = (site: string, from: IsoDate, days: number) =>
  queryOptions({
    queryKey: ["planning", "recorded", site, from, days],
    queryFn: async ({ client }) => {
      const lines = await client.fetchQuery(linesQuery(site));
      const to = plusDays(from, days - 1);
      return recordedOf(
        await Promise.all(
          lines.map(async ({ queue, channel }) => ({
            channel,
            slots: (
              await ask(
                api.GET("/api/v1/planning/history", {
                  params: { query: { site, queue, channel, from, to } },
                }),
              )
            ).data,
          })),
        ),
      );
    },
    placeholderData: keepPreviousData,
  });

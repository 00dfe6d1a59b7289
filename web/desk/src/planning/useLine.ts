import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { sitesQuery } from "../server/queries";
import { linesQuery } from "./planningQueries";

/** Of which site, queue and channel the plan is: they stand in the address, or are the site's busiest. */
export function useLine() {
  const [params] = useSearchParams();
  const sites = useQuery(sitesQuery);
  const site = sites.data?.find(({ id }) => id === params.get("site")) ?? sites.data?.[0];
  const lines = useQuery({ ...linesQuery(site?.id ?? ""), enabled: site !== undefined });
  const busiest = lines.data?.toSorted((one, other) => other.offered - one.offered) ?? [];
  const line =
    busiest.find((each) => each.queue === params.get("queue") && each.channel === params.get("channel")) ??
    busiest[0];
  return { sites, site, lines, busiest, line };
}

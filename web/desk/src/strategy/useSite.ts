import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { sitesQuery } from "../server/queries";

/** Of which site the strategy is; it stands in the address, or is the first. */
export function useSite() {
  const [params, setParams] = useSearchParams();
  const query = useQuery(sitesQuery);
  const sites = query.data ?? [];
  const site = sites.find(({ id }) => id === params.get("site")) ?? sites[0];
  // Rules and facts in the address are of the site before.
  const choose = (id: string) => setParams({ site: id });
  return { query, sites, site, choose };
}

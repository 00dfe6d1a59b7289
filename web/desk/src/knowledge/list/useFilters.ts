import { useSearchParams } from "react-router";
import type { ArticleFilter } from "../knowledgeQueries";

const names = ["q", "kind", "state", "language", "audience", "section", "site", "stale"] as const;
export type FilterName = (typeof names)[number];

/** The filters stand in the address, so that a list can be sent to a colleague and found again on the way back. */
export function useFilters() {
  const [params, setParams] = useSearchParams();
  const given = Object.fromEntries(names.flatMap((name) => [[name, params.get(name) || undefined]]));
  const filter = { ...given, stale: params.get("stale") === "true" || undefined } as ArticleFilter;

  function choose(changes: Partial<Record<FilterName, string | null>>) {
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: true },
    );
  }

  const narrowed = names.some((name) => name !== "site" && params.has(name));
  const clear = () =>
    choose(Object.fromEntries(names.filter((name) => name !== "site").map((name) => [name, null])));
  return { filter, choose, clear, narrowed, search: params.toString() };
}

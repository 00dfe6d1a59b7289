import type { Query, QueryClient } from "@tanstack/react-query";

const waiting = new WeakSet<Query>();

/**
 * An answer on its way may be older than this event and would overwrite it: ask once more. Only after it, for a query
 * that has no answer yet can't be asked anew meanwhile.
 */
export function againIfAsking(cache: QueryClient, queryKey: readonly unknown[]) {
  for (const query of cache.getQueryCache().findAll({ queryKey, fetchStatus: "fetching" })) {
    if (waiting.has(query)) continue;
    waiting.add(query);
    const again = () => {
      waiting.delete(query);
      void cache.invalidateQueries({ queryKey: query.queryKey, exact: true });
    };
    void query.promise?.then(again, again);
  }
}

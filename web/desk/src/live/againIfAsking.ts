import type { Query, QueryClient } from "@tanstack/react-query";

const waiting = new WeakSet<Query>();

/**
 * An answer on its way may be older than this event and would overwrite it: ask once more. Only after it, for a query
 * that has no answer yet can't be asked anew meanwhile.
 */
export function againIfAsking(cache: QueryClient, queryKey: readonly unknown[]) {
  for (const query of asking(cache, queryKey)) {
    if (waiting.has(query)) continue;
    waiting.add(query);
    afterAnswer(query, () => {
      waiting.delete(query);
      void cache.invalidateQueries({ queryKey: query.queryKey, exact: true });
    });
  }
}

/** Says what happened, and once more after each answer on its way: for what comes often, and changes nothing where it is known. */
export function sayAlsoAfter(cache: QueryClient, queryKey: readonly unknown[], say: () => void) {
  say();
  for (const query of asking(cache, queryKey)) afterAnswer(query, say);
}

const asking = (cache: QueryClient, queryKey: readonly unknown[]) =>
  cache.getQueryCache().findAll({ queryKey, fetchStatus: "fetching" });

const afterAnswer = (query: Query, then: () => void) => void query.promise?.then(then, then);

import type { Wallboard } from "@kanal/api";

const byName = <T extends { name: string }>(a: T, b: T) => a.name.localeCompare(b.name);

function merged<T extends { id: string; name: string }>(known: T[], changed?: T[] | null): T[] {
  if (!changed) return known;
  const now = new Map([...known, ...changed].map((each) => [each.id, each]));
  return [...now.values()].sort(byName);
}

const minutesShown = 60;

/** The board with what has changed; null while nothing whole has come, for a part alone would look like everything. */
export function withChange(known: Wallboard | undefined, change: Wallboard): Wallboard | undefined {
  if (change.complete) return change;
  if (!known) return undefined;
  const minutes = new Map(
    [...(known.minutes ?? []), ...(change.minutes ?? [])].map((each) => [each.at, each]),
  );
  return {
    complete: true,
    at: change.at,
    queues: merged(known.queues ?? [], change.queues),
    agents: merged(known.agents ?? [], change.agents),
    minutes: [...minutes.values()].sort((a, b) => (a.at < b.at ? -1 : 1)).slice(-minutesShown),
    alerts: change.alerts ?? known.alerts,
  };
}

/** What was written before and after, to go back and forth between. */
export interface Steps<T> {
  past: T[];
  future: T[];
  /** What the last change was of, so that a word typed is one step and not ten. */
  last?: string;
}

const most = 200;

export const noSteps = { past: [], future: [] };

/** @param of Names the field; changes of the same one, right after each other, are one step. */
export function stepped<T>(steps: Steps<T>, before: T, of?: string): Steps<T> {
  if (of && of === steps.last) return { ...steps, future: [] };
  return { past: [...steps.past, before].slice(-most), future: [], last: of };
}

export function back<T>({ past, future }: Steps<T>, now: T): { steps: Steps<T>; value: T } | null {
  const value = past.at(-1);
  return value === undefined ? null : { steps: { past: past.slice(0, -1), future: [now, ...future] }, value };
}

export function forth<T>({ past, future }: Steps<T>, now: T): { steps: Steps<T>; value: T } | null {
  const [value, ...rest] = future;
  return value === undefined ? null : { steps: { past: [...past, now], future: rest }, value };
}

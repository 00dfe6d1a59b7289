export type Call = [name: string, ...rest: unknown[]];

interface Kanal {
  (...call: Call): unknown;
  /** Calls made before the script arrived, when the page defines the queue itself. */
  q?: ArrayLike<unknown>[];
  ready?: true;
}

declare global {
  interface Window {
    kanal?: Kanal;
  }
}

/** Takes the one global name. False when another copy of the script already has it. */
export function takeName(answer: (call: Call) => unknown): boolean {
  const waiting = window.kanal;
  if (waiting?.ready) return false;
  const kanal: Kanal = (...call) => answer(call);
  kanal.ready = true;
  window.kanal = kanal;
  for (const call of waiting?.q ?? []) kanal(...(Array.from(call) as Call));
  return true;
}

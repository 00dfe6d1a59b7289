type Handler = (...rest: never[]) => unknown;
export type Commands = Record<string, Handler>;

interface Kanal {
  (name: string, ...rest: unknown[]): unknown;
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
export function takeName(commands: Commands): boolean {
  const waiting = window.kanal;
  if (waiting?.ready) return false;
  const kanal: Kanal = (name, ...rest) => {
    const command = commands[name];
    if (command) return command(...(rest as never[]));
    console.warn(`kanal: no "${name}" here, but ${Object.keys(commands).join(", ")}`);
    return undefined;
  };
  kanal.ready = true;
  window.kanal = kanal;
  for (const call of waiting?.q ?? []) kanal(...(Array.from(call) as [string]));
  return true;
}

/** Storage that may be forbidden by the browser's settings. */
export function storage(kind: "localStorage" | "sessionStorage"): Storage | undefined {
  try {
    return window[kind];
  } catch {
    return undefined;
  }
}

export const storageKey = (site: string) => `kanal:${site}`;

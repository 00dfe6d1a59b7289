/** What is nearer than this is the way of the message, and no difference of clocks. */
const noticeableMs = 2_000;
let ahead = 0;
const listeners = new Set<() => void>();

/** The time by the clock that all times are told by; this computer's may be minutes off. */
export const serverNow = () => Date.now() + ahead;

/** @param at What the server's clock shows at this moment. */
export function setServerClock(at: string) {
  const difference = Date.parse(at) - Date.now();
  ahead = Math.abs(difference) < noticeableMs ? 0 : difference;
  for (const listener of listeners) listener();
}

export const onServerClock = (listener: () => void) => void listeners.add(listener);

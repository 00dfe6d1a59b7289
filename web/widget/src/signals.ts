/** What may mean that somebody needs help. The names are the strategy's. */
export const signalNames = [
  "hesitation",
  "vainSearch",
  "leaving",
  "idleBasket",
  "formError",
  "repeatedPage",
  "longReading",
] as const;

export type SignalName = (typeof signalNames)[number];

export const isSignal = (name: unknown): name is SignalName =>
  (signalNames as readonly unknown[]).includes(name);

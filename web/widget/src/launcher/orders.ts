import type { Embed } from "../loader/embed";
import { Refused, tellOrder } from "./contact";

export interface Order {
  /** The order's number with the shop; told twice, it counts once. */
  order: string;
  value: number;
  currency?: string;
  items?: number;
}

const pauses = [2_000, 15_000, 60_000];

/** Tells of an order until it has arrived, or will not. */
export async function tell(
  embed: Embed,
  visitor: string,
  { order, value, currency, items }: Order,
): Promise<void> {
  for (const pause of [...pauses, 0])
    try {
      await tellOrder(embed, { visitor, order, value, currency, items });
      return;
    } catch (error) {
      if (error instanceof Refused && error.status < 500 && error.status !== 429) {
        const [place, sentences] = Object.entries(error.errors)[0] ?? ["order", ["It was not accepted."]];
        console.warn(`kanal: ${place}: ${sentences.join(" ")}`);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
}

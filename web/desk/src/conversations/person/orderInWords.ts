import type { OrderBrief } from "@kanal/api";
import type { Translate } from "../../words/words";
import { basketInWords } from "./facts";

/** Number and worth of an order; where only the visitor's page told of it, that too. */
export function orderInWords(order: OrderBrief, t: Translate, language: string): string {
  const worth = basketInWords(order, language);
  return [order.number, worth, order.source === "page" && t("orders.byPage")].filter(Boolean).join(", ");
}

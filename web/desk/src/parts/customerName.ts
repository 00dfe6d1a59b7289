import type { ConversationSummary } from "@kanal/api";
import type { Translate } from "../words/words";

/** The name, else the address, else "Visitor" with the end of the id, so that two can be told apart. */
export const customerName = (customer: ConversationSummary["customer"], t: Translate) =>
  customer.name || customer.address || t("visitor.unnamed", { mark: customer.id.slice(-4) });

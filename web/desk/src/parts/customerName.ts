import type { Translate } from "../words/words";

interface Named {
  id: string;
  name?: string | null;
  address?: string | null;
}

/** Ids are time first and a counter last; what differs stands between. */
const markOf = (id: string) => id.slice(-8, -4) || id;

/** The name, else the address, else "Visitor" with a part of the id, so that two can be told apart. */
export const customerName = (customer: Named, t: Translate) =>
  customer.name || customer.address || t("visitor.unnamed", { mark: markOf(customer.id) });

import type { Offer } from "@kanal/api";
import { VisuallyHidden } from "@mantine/core";
import { customerName } from "../../parts/customerName";
import { useWords } from "../../words/useWords";
import { OfferCard } from "./OfferCard";
import classes from "./Offers.module.css";

/** What rings. The oldest is answered by the keyboard. */
export function Offers({ offers }: { offers: Offer[] }) {
  const { t } = useWords();
  const first = offers[0];
  return (
    <section className={classes.offers} aria-label={t("offer.region")}>
      <VisuallyHidden role="alert">
        {first && t("offer.announce", { name: customerName(first.conversation.customer, t) })}
      </VisuallyHidden>
      {offers.map((offer) => (
        <OfferCard key={offer.id} offer={offer} byKeyboard={offer === first} />
      ))}
    </section>
  );
}

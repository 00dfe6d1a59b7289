import { Tooltip } from "@mantine/core";
import { useWords } from "../words/useWords";

/** What the next free moment is worth elsewhere: the more, the fewer are offered it. */
export function SlotPrice({ price }: { price: number | null | undefined }) {
  const { t, language } = useWords();
  if (price == null) return <span>–</span>;
  const digits = price !== 0 && Math.abs(price) < 10 ? 1 : 0;
  return (
    <Tooltip label={t("wallboard.slotPrice.means")}>
      <span>{new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(price)}</span>
    </Tooltip>
  );
}

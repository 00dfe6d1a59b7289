import { clocksDiffer, clockTime, dayName } from "../../language/times";
import { useWidget } from "../context";

interface Props {
  slots: readonly string[];
  open: boolean;
  slot: string | undefined;
  onSlot: (slot: string | undefined) => void;
}

/** Now, or a quarter of an hour, grouped by day. A list of the browser's own: every keyboard, reader and phone knows it. */
export function SlotChoice({ slots, open, slot, onSlot }: Props) {
  const { t, host } = useWidget();
  const days = new Map<string, string[]>();
  for (const start of slots) {
    const name = dayName(new Date(start), t.language);
    days.set(name, [...(days.get(name) ?? []), start]);
  }
  const other = slots[0] !== undefined && clocksDiffer(new Date(slots[0]), host.site.timeZone);
  return (
    <div class="field">
      <label for="kanal-slot">{other ? `${t("callWhen")} (${t("yourTime")})` : t("callWhen")}</label>
      <select
        id="kanal-slot"
        value={slot ?? ""}
        onChange={(event) => onSlot(event.currentTarget.value || undefined)}
      >
        {open && <option value="">{t("callNow")}</option>}
        {[...days].map(([name, starts]) => (
          <optgroup key={name} label={name}>
            {starts.map((start) => (
              <option key={start} value={start}>
                {clockTime(new Date(start), t.language)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

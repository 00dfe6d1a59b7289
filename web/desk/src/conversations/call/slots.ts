import { dateFormat } from "../../words/locale";

/** Times in groups of a day, as a list of choices shows them. */
export function byDay(slots: readonly string[], language: string) {
  const day = dateFormat(language, { weekday: "long", day: "numeric", month: "long" });
  const time = dateFormat(language, { hour: "2-digit", minute: "2-digit" });
  const groups = new Map<string, { value: string; label: string }[]>();
  for (const slot of slots) {
    const at = new Date(slot);
    const group = groups.get(day.format(at)) ?? [];
    group.push({ value: slot, label: time.format(at) });
    groups.set(day.format(at), group);
  }
  return [...groups].map(([group, items]) => ({ group, items }));
}

import type { Holiday } from "@kanal/api";

const fixed = (date: string, name: string): Holiday => ({ date, name });
const easter = (easterOffset: number, name: string): Holiday => ({ date: null, easterOffset, name });

/** Names as the country writes them. Romania's Orthodox Easter is not counted from ours: add those days by date. */
export const publicHolidays = {
  DK: [
    fixed("01-01", "Nytårsdag"),
    easter(-3, "Skærtorsdag"),
    easter(-2, "Langfredag"),
    easter(0, "Påskedag"),
    easter(1, "2. påskedag"),
    easter(39, "Kristi himmelfartsdag"),
    easter(49, "Pinsedag"),
    easter(50, "2. pinsedag"),
    fixed("12-25", "Juledag"),
    fixed("12-26", "2. juledag"),
  ],
  PL: [
    fixed("01-01", "Nowy Rok"),
    fixed("01-06", "Święto Trzech Króli"),
    easter(0, "Wielkanoc"),
    easter(1, "Poniedziałek Wielkanocny"),
    fixed("05-01", "Święto Pracy"),
    fixed("05-03", "Święto Konstytucji 3 Maja"),
    easter(49, "Zielone Świątki"),
    easter(60, "Boże Ciało"),
    fixed("08-15", "Wniebowzięcie NMP"),
    fixed("11-01", "Wszystkich Świętych"),
    fixed("11-11", "Święto Niepodległości"),
    fixed("12-24", "Wigilia"),
    fixed("12-25", "Boże Narodzenie"),
    fixed("12-26", "Drugi dzień Bożego Narodzenia"),
  ],
  RO: [
    fixed("01-01", "Anul Nou"),
    fixed("01-02", "A doua zi de Anul Nou"),
    fixed("01-06", "Boboteaza"),
    fixed("01-07", "Sfântul Ioan"),
    fixed("01-24", "Ziua Unirii"),
    fixed("05-01", "Ziua Muncii"),
    fixed("06-01", "Ziua Copilului"),
    fixed("08-15", "Adormirea Maicii Domnului"),
    fixed("11-30", "Sfântul Andrei"),
    fixed("12-01", "Ziua Națională"),
    fixed("12-25", "Crăciunul"),
    fixed("12-26", "A doua zi de Crăciun"),
  ],
} satisfies Record<string, Holiday[]>;

const keyOf = (holiday: Holiday) => holiday.date ?? `easter${holiday.easterOffset}`;

export function withHolidays(known: Holiday[], added: Holiday[]): Holiday[] {
  const keys = new Set(known.map(keyOf));
  return [...known, ...added.filter((holiday) => !keys.has(keyOf(holiday)))];
}

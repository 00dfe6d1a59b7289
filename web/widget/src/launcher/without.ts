type Facts = Record<string, unknown>;

/** The facts without those that were refused, by places such as facts.basket.value or facts.signals[2]. */
export function without(facts: object, places: readonly string[]): object {
  return places.reduce(
    (left, place) => drop(left, place.replace(/\[.*/, "").split(".").slice(1)),
    facts as Facts,
  );
}

function drop(facts: Facts, [name = "", ...within]: string[]): Facts {
  const { [name]: given, ...others } = facts;
  if (within.length === 0 || typeof given !== "object" || given === null) return others;
  return { ...others, [name]: drop(given as Facts, within) };
}

import { useWidget } from "../context";
import { Way } from "./way";

/** At most three ways of contact. */
export function Ways() {
  const { t, ways } = useWidget();
  return (
    <>
      <h3 id="kanal-ways" class="small-heading">
        {t("ways")}
      </h3>
      <ul class="ways" aria-labelledby="kanal-ways">
        {ways.map((entry) => (
          <Way key={entry.channel} entry={entry} />
        ))}
      </ul>
    </>
  );
}

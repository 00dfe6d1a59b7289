import { useRef } from "preact/hooks";
import { useWidget } from "../context";
import { Way } from "./way";

/** At most three ways of contact. What changes before the visitor's eyes is said. */
export function Ways() {
  const widget = useWidget();
  const { t, ways } = widget;
  const now = ways.map((entry) => (entry.recommended ? `${entry.channel}!` : entry.channel)).join();
  const first = useRef(now);
  const changed = now !== first.current;
  const names = ways.map((entry) => [widget.nameOf(entry), entry.waitText].filter(Boolean).join(", "));
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
      <p class="hidden-label" role="status">
        {changed && t("waysChanged", { ways: names.join("; ") })}
      </p>
    </>
  );
}

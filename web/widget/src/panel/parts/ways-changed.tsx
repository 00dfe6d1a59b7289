import { useRef } from "preact/hooks";
import { useWidget } from "../context";

/** Says what has changed before the visitor's eyes; a wait that has grown a little is no news. */
export function WaysChanged() {
  const widget = useWidget();
  const { t, ways } = widget;
  const now = ways.map((entry) => (entry.recommended ? `${entry.channel}!` : entry.channel)).join();
  const first = useRef(now);
  const names = ways.map((entry) => [widget.nameOf(entry), entry.waitText].filter(Boolean).join(", "));
  return (
    <p class="hidden-label" role="status">
      {now !== first.current && t("waysChanged", { ways: names.join("; ") })}
    </p>
  );
}

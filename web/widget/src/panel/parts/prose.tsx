import { markup } from "../answers/markup";
import { useWidget } from "../context";

export function Prose({ html }: { html: string }) {
  const { host } = useWidget();
  return html ? <div class="prose">{markup(html, host.base)}</div> : null;
}

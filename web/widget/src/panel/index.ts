import { h, render } from "preact";
import type { Host, Panel } from "../host";
import { wear } from "../look/dress";
import { WidgetContext } from "./context";
import { App } from "./parts/app";
import { styles } from "./styles";
import { loadTexts } from "./texts";
import { Widget } from "./widget";

export async function mount(host: Host): Promise<Panel> {
  const texts = await loadTexts(host);
  wear(host.root, styles);
  const place = document.createElement("div");
  host.layer.append(place);
  const draw = () => {
    const focused = host.root.activeElement;
    render(h(WidgetContext.Provider, { value: widget }, h(App, { state: widget.state })), place);
    // What had the focus may be gone, as the message field when a chat ends; the keyboard must not be left outside.
    if (focused && !focused.isConnected) place.querySelector<HTMLElement>(".sheet")?.focus();
  };
  const widget: Widget = new Widget(host, texts, draw);
  return widget;
}

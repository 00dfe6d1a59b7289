import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Widget } from "./widget";

export const WidgetContext = createContext<Widget | undefined>(undefined);

export function useWidget(): Widget {
  const widget = useContext(WidgetContext);
  if (!widget) throw new Error("A part of the panel is drawn outside it.");
  return widget;
}

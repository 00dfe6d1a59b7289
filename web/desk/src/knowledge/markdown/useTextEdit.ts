import { type RefObject, useLayoutEffect, useRef } from "react";
import type { Edit } from "./edits";

/** Changes what is selected in a text field and selects what the change leaves selected. */
export function useTextEdit(
  field: RefObject<HTMLTextAreaElement | null>,
  value: string,
  onChange: (text: string) => void,
) {
  const next = useRef<{ start: number; end: number } | null>(null);
  // After the new text stands in the field; before that there is nothing to select.
  useLayoutEffect(() => {
    const element = field.current;
    if (!element || !next.current || element.value !== value) return;
    element.focus();
    element.setSelectionRange(next.current.start, next.current.end);
    next.current = null;
  }, [field, value]);

  return (edit: Edit) => {
    const element = field.current;
    if (!element) return;
    const { text, start, end } = edit({
      text: value,
      start: element.selectionStart,
      end: element.selectionEnd,
    });
    next.current = { start, end };
    onChange(text);
  };
}

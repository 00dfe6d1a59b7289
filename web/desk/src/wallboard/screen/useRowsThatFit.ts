import { useElementSize } from "@mantine/hooks";

/** How many rows have room in an element, and how high they are: few rows grow, but not without end. */
export function useRowsThatFit(count: number, lowest: number, highest: number) {
  const { ref, height } = useElementSize();
  const rows = Math.max(1, Math.floor(height / lowest));
  return {
    ref,
    rows,
    rowHeight: Math.min(highest, Math.max(lowest, height / Math.max(1, Math.min(rows, count)))),
  };
}

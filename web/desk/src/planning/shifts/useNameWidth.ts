import { useMediaQuery } from "@mantine/hooks";

export const useNarrow = () => useMediaQuery("(max-width: 700px)") ?? false;

/** Bars begin where the chart above them does. */
export const useNameWidth = () => (useNarrow() ? 88 : 190);

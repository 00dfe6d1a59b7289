import { useMediaQuery } from "@mantine/hooks";

/** Bars begin where the chart above them does. */
export const useNameWidth = () => (useMediaQuery("(max-width: 700px)") ? 88 : 190);

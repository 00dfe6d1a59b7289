import { useMantineColorScheme } from "@mantine/core";
import { useEffect } from "react";

export function useTheme(chosen: "auto" | "light" | "dark" = "auto") {
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => setColorScheme(chosen), [chosen, setColorScheme]);
}

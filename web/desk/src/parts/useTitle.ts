import { useEffect } from "react";

/** "(2) Kanal": what waits for the agent, seen from another tab. */
export function useTitle(waiting: number) {
  useEffect(() => {
    document.title = waiting > 0 ? `(${waiting}) Kanal` : "Kanal";
  }, [waiting]);
}

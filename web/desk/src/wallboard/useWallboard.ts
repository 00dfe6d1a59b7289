import { useQuery } from "@tanstack/react-query";
import { useWatch } from "../live/watching";
import { wallboardQuery } from "../server/queries";

/** The board, kept true by the event stream while the page is open. */
export function useWallboard() {
  useWatch();
  return useQuery(wallboardQuery);
}

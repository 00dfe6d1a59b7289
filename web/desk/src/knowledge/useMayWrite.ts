import { useMe } from "../shell/useSession";

/** Agents read; who answers for the texts writes. */
export const useMayWrite = () => useMe().role !== "agent";

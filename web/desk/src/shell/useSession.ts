import type { Session } from "@kanal/api";
import { createContext, useContext } from "react";

export const SessionContext = createContext<Session | null>(null);

/** Who is signed in. Only inside the desk, where someone always is. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("Nobody is signed in here.");
  return session;
}

export const useMe = () => useSession().agent;

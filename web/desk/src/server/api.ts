import { createApi } from "@kanal/api";
import { pageLanguage } from "./headers";
import { queryClient } from "./queryClient";

/** Every call of the desk goes through this. A 401 anywhere shows the sign-in page over the same address. */
export const api = createApi({ onSignedOut: signedOut, language: pageLanguage });

export function signedOut() {
  queryClient.setQueryData(["session"], null);
}

export { ask, ProblemError } from "@kanal/api";

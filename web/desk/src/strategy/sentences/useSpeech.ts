import { useContext, useMemo } from "react";
import { useWords } from "../../words/useWords";
import { FactsContext } from "./FactsContext";
import type { Speech } from "./speech";

export function useSpeech(): Speech {
  const { t, language } = useWords();
  const facts = useContext(FactsContext);
  return useMemo(() => ({ t, language, facts }), [t, language, facts]);
}

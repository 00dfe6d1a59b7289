import { type ReactNode, useEffect, useMemo } from "react";
import { WordsContext } from "./useWords";
import { type Language, translator } from "./words";

export function WordsProvider({ language, children }: { language: Language; children: ReactNode }) {
  const words = useMemo(() => ({ language, t: translator(language) }), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <WordsContext value={words}>{children}</WordsContext>;
}

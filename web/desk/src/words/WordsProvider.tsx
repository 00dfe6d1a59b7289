import { type ReactNode, useLayoutEffect, useMemo } from "react";
import { WordsContext } from "./useWords";
import { type Language, translator } from "./words";

export function WordsProvider({ language, children }: { language: Language; children: ReactNode }) {
  const words = useMemo(() => ({ language, t: translator(language) }), [language]);
  // Before what is inside asks the server anything: it answers in the language that stands here.
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <WordsContext value={words}>{children}</WordsContext>;
}

import { createContext, useContext } from "react";
import { type Language, type Translate, translator } from "./words";

interface Words {
  language: Language;
  t: Translate;
}

export const WordsContext = createContext<Words>({ language: "en", t: translator("en") });

export const useWords = () => useContext(WordsContext);

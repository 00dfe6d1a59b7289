import type { Rule } from "../definition/definition";
import { whatSentence, whoSentence } from "../sentences/ruleSentence";
import type { Speech } from "../sentences/speech";

/** The rules in which every word is found, in the name or in what is read of them. */
export function sought(rules: Rule[], words: string, speech: Speech): Rule[] {
  const all = words.toLocaleLowerCase(speech.language).split(/\s+/).filter(Boolean);
  if (all.length === 0) return rules;
  return rules.filter((rule, at) => {
    const text = [rule.name, whoSentence(rule, at === rules.length - 1, speech), whatSentence(rule, speech)]
      .join(" ")
      .toLocaleLowerCase(speech.language);
    return all.every((each) => text.includes(each));
  });
}

/** Where an article on what somebody sought is begun: its title and question stand there already. */
export function writeThis(words: string, language: string, site: string): string {
  const title = words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
  return `/knowledge/articles?${new URLSearchParams({ new: "article", title, question: words, in: language, site })}`;
}

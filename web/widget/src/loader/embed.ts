export interface Embed {
  base: string;
  key: string;
  language?: string;
  preview: boolean;
}

export function readEmbed(script: HTMLScriptElement): Embed | undefined {
  const { site, lang, preview } = script.dataset;
  if (!site) return undefined;
  return { base: new URL("..", script.src).href, key: site, language: lang, preview: preview !== undefined };
}

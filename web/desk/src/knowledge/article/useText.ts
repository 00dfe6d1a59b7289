import type { Article, ArticleText } from "@kanal/api";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { useAutosave } from "../../parts/autosave/useAutosave";
import { fieldErrors } from "../../parts/problemText";
import { api, ask } from "../../server/api";
import { useMe } from "../../shell/useSession";
import { articleQuery } from "../knowledgeQueries";
import { type Content, contentOf, type Written } from "./content";

const delayMs = 1_000;

const writtenOf = (text: ArticleText): Written => ({
  content: contentOf(text),
  slug: undefined,
  shortcut: text.shortcut ?? undefined,
  translatedFrom: undefined,
});

/** An article's text in one language, being written: saved by itself, and never over somebody else's. */
export function useText(article: Article, text: ArticleText) {
  const me = useMe();
  const cache = useQueryClient();
  const { id } = article;
  const { language } = text;
  const autosave = useAutosave<Written>(`article.${me.id}.${id}.${language}`, {
    written: writtenOf(text),
    edition: text.edition,
    savedAt: text.draft?.savedAt,
    delayMs,
    save: async (written, edition) => {
      const saved = await ask(
        api.PUT("/api/v1/articles/{id}/texts/{language}", {
          params: { path: { id, language } },
          body: { ...written, edition },
        }),
      );
      put(saved);
      return { edition: saved.edition, at: saved.draft?.savedAt ?? new Date().toISOString() };
    },
    isConflict: ({ slug }) => slug === "changed-meanwhile",
  });

  function put(saved: ArticleText) {
    cache.setQueryData(
      articleQuery(id).queryKey,
      (known) =>
        known && { ...known, texts: known.texts.map((each) => (each.language === language ? saved : each)) },
    );
  }

  useEffect(() => {
    autosave.take(writtenOf(text), text.edition, text.draft?.savedAt);
  }, [autosave, text]);

  const { written, state } = useSyncExternalStore(autosave.subscribe, autosave.get);
  return {
    content: written.content,
    slug: written.slug ?? text.slug ?? "",
    shortcut: written.shortcut ?? "",
    state,
    errors: state.kind === "refused" ? fieldErrors(state.error) : {},
    change: (changes: Partial<Content>) =>
      autosave.write({
        ...autosave.get().written,
        content: { ...autosave.get().written.content, ...changes },
      }),
    changeText: (changes: Partial<Written>) => autosave.write({ ...autosave.get().written, ...changes }),
    flush: autosave.flush,
    insist: (edition: number) => autosave.insist(edition),
    /** What the server answered to something else than a save. */
    give: (saved: ArticleText) => {
      put(saved);
      autosave.giveWay(writtenOf(saved), saved.edition, saved.draft?.savedAt);
    },
    stop: autosave.stop,
  };
}

export type TextInHand = ReturnType<typeof useText>;

import { type Article, type ArticleText, ProblemError } from "@kanal/api";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { fieldErrors } from "../../parts/problemText";
import { api, ask } from "../../server/api";
import { useMe } from "../../shell/useSession";
import { articleQuery } from "../knowledgeQueries";
import { type Autosave, createAutosave } from "./autosave";
import { type Content, contentOf, type Written } from "./content";
import { keepText, keptText } from "./kept";

/** Who leaves a text and comes back at once finds the save that is still on its way, and not a second one beside it. */
const unsettled = new Map<string, Autosave<Written>>();
const delayMs = 1_000;
const retryMs = 5_000;

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
  const key = `${me.id}.${id}.${language}`;
  const [autosave] = useState(() => unsettled.get(key) ?? begin());

  function begin() {
    const kept = keptText(me.id, id, language);
    return createAutosave<Written>({
      written: kept?.written ?? writtenOf(text),
      edition: kept ? kept.edition : text.edition,
      unsaved: kept !== null,
      savedAt: text.draft?.savedAt,
      delayMs,
      retryMs,
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
      judge: (error) => {
        if (!(error instanceof ProblemError) || error.status === 0 || error.status >= 500) return "failed";
        return error.slug === "changed-meanwhile" ? "conflict" : error.status === 429 ? "failed" : "refused";
      },
      keep: (written, edition) => keepText(me.id, id, language, written && { written, edition }),
    });
  }

  function put(saved: ArticleText) {
    cache.setQueryData(
      articleQuery(id).queryKey,
      (known) =>
        known && { ...known, texts: known.texts.map((each) => (each.language === language ? saved : each)) },
    );
  }

  useEffect(() => {
    if (autosave.get().state.kind === "unsaved") void autosave.flush();
    const leave = async () => {
      unsettled.set(key, autosave);
      if (await autosave.flush()) unsettled.delete(key);
    };
    addEventListener("pagehide", leave);
    return () => {
      removeEventListener("pagehide", leave);
      void leave();
    };
  }, [autosave, key]);
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

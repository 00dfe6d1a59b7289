import type { Article, ArticleText } from "@kanal/api";
import type { UseFormReturnType } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { fieldErrors } from "../../parts/problemText";
import { showDone } from "../../parts/showDone";
import { showProblem } from "../../parts/showProblem";
import { api, ask } from "../../server/api";
import { useWords } from "../../words/useWords";
import type { TextInHand } from "../article/useText";

export interface PublishValues {
  /** As a date field has it, in the reader's own time; empty: now. */
  at: string;
  until: string;
  remark: string;
  /** Every language that has a draft. */
  all: boolean;
}

class Unsaved extends Error {}

const moment = (local: string) => (local ? new Date(local).toISOString() : undefined);

export function usePublishing(
  { id }: Article,
  { language }: ArticleText,
  inHand: TextInHand,
  form: UseFormReturnType<PublishValues>,
  onDone: () => void,
) {
  const cache = useQueryClient();
  const { t } = useWords();
  const params = { path: { id, language } };

  async function done(saved: ArticleText | undefined, said: string) {
    if (saved) inHand.give(saved);
    await cache.invalidateQueries({ queryKey: ["articles"] });
    showDone(t)(said);
    onDone();
  }

  function failed(problem: unknown) {
    if (problem instanceof Unsaved) {
      notifications.show({
        color: "red",
        message: t("knowledge.publish.unsaved"),
        role: "alert",
        closeButtonProps: { "aria-label": t("close") },
      });
      return;
    }
    form.setErrors(fieldErrors(problem));
    showProblem(t)(problem);
  }

  /** What is published is what is written, not what was written a second ago. */
  async function allSaved() {
    if (!(await inHand.flush())) throw new Unsaved();
  }

  const publish = useMutation({
    mutationFn: async ({ at, until, remark, all }: PublishValues) => {
      await allSaved();
      const said = remark.trim() || undefined;
      if (!all) {
        const body = { remark: said, at: moment(at), until: moment(until) };
        return ask(api.POST("/api/v1/articles/{id}/texts/{language}/publish", { params, body }));
      }
      const article = await ask(
        api.POST("/api/v1/articles/{id}/publish", { params: { path: { id } }, body: { remark: said } }),
      );
      return article.texts.find((text) => text.language === language);
    },
    onSuccess: (saved, { at }) =>
      done(saved, t(at ? "knowledge.publish.scheduled" : "knowledge.publish.done")),
    onError: failed,
  });
  const unpublish = useMutation({
    mutationFn: async () => {
      await allSaved();
      return ask(api.POST("/api/v1/articles/{id}/texts/{language}/unpublish", { params, body: {} }));
    },
    onSuccess: (saved) => done(saved, t("knowledge.unpublish.done")),
    onError: failed,
  });
  return { publish, unpublish };
}

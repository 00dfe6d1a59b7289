import type { Article, ArticleText } from "@kanal/api";
import { Stack } from "@mantine/core";
import { useNavigate } from "react-router";
import { languageName } from "../../conversations/person/facts";
import { api, ask } from "../../server/api";
import { useSave } from "../../settings/useSave";
import { useWords } from "../../words/useWords";
import { AskFirst } from "./AskFirst";
import type { TextInHand } from "./useText";

interface Props {
  article: Article;
  text: ArticleText;
  inHand: TextInHand;
  onDone: () => void;
}

/** The three ways of losing something, each with what will be lost. */
export function RemoveText({ article: { id, original }, text, inHand, onDone }: Props) {
  const { t, language } = useWords();
  const navigate = useNavigate();
  const name = languageName(text.language, language);
  const params = { path: { id, language: text.language } };
  const discard = useSave(
    async () => {
      inHand.stop();
      return ask(api.DELETE("/api/v1/articles/{id}/texts/{language}/draft", { params }));
    },
    {
      refresh: ["articles"],
      quiet: true,
      onDone: (saved) => {
        inHand.give(saved);
        onDone();
      },
    },
  );
  const removeLanguage = useSave(
    async () => {
      inHand.stop();
      return ask(api.DELETE("/api/v1/articles/{id}/texts/{language}", { params }));
    },
    {
      refresh: ["articles"],
      quiet: true,
      onDone: () => {
        onDone();
        navigate({ search: `language=${original}` }, { replace: true });
      },
    },
  );
  const remove = useSave(
    async () => {
      inHand.stop();
      return ask(api.DELETE("/api/v1/articles/{id}", { params: { path: { id } } }));
    },
    {
      refresh: ["answers", "sections"],
      quiet: true,
      onDone: () => navigate("/knowledge/articles", { replace: true }),
    },
  );
  return (
    <Stack gap="sm" align="flex-start">
      {text.hasDraft && (text.published || text.scheduled) && (
        <AskFirst
          label={t("knowledge.discard")}
          loses={t("knowledge.discard.loses")}
          onDo={() => discard.mutate(undefined)}
        />
      )}
      {text.language !== original && (
        <AskFirst
          label={t("knowledge.removeLanguage", { language: name })}
          loses={t("knowledge.removeLanguage.loses", { language: name })}
          onDo={() => removeLanguage.mutate(undefined)}
        />
      )}
      <AskFirst
        label={t("knowledge.remove")}
        loses={t("knowledge.remove.loses", { title: text.title })}
        onDo={() => remove.mutate(undefined)}
      />
    </Stack>
  );
}

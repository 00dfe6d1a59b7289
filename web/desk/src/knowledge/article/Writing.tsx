import type { Article, ArticleText } from "@kanal/api";
import { Accordion, Stack, TagsInput, Textarea, TextInput } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { ChannelsEditor } from "../channels/ChannelsEditor";
import { FormBuilder } from "../form/FormBuilder";
import { GuideSteps } from "../guide/GuideSteps";
import { MarkdownField } from "../markdown/MarkdownField";
import { ShortAnswerField } from "./ShortAnswerField";
import type { TextInHand } from "./useText";

interface Props {
  article: Article;
  text: ArticleText;
  inHand: TextInHand;
}

/** Everything that is written of an article in one language. */
export function Writing({ article, text, inHand }: Props) {
  const { t } = useWords();
  const { content, change, errors } = inHand;
  const isAnswer = article.kind === "shortAnswer";
  const extra = Object.entries(errors).filter(([field]) => field.startsWith("content.questions"));
  return (
    <Stack gap="lg" lang={text.language}>
      <TextInput
        label={t("knowledge.title")}
        required
        value={content.title}
        maxLength={200}
        error={errors["content.title"]}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      {isAnswer ? (
        <ShortAnswerField inHand={inHand} />
      ) : (
        <MarkdownField
          article={article.id}
          label={t(article.kind === "article" ? "knowledge.body" : "knowledge.body.intro")}
          value={content.body}
          error={errors["content.body"]}
          minRows={article.kind === "article" ? 14 : 5}
          onChange={(body) => change({ body })}
        />
      )}
      {article.kind === "guide" && (
        <GuideSteps
          article={article.id}
          steps={content.steps}
          errors={errors}
          onChange={(steps) => change({ steps })}
        />
      )}
      {article.kind === "form" && (
        <>
          <FormBuilder
            fields={content.fields}
            settled={(text.published ?? text.scheduled)?.content.fields ?? []}
            translates={text.language !== article.original}
            errors={errors}
            onChange={(fields) => change({ fields })}
          />
          <Textarea
            label={t("knowledge.thanks")}
            description={t("knowledge.thanks.help")}
            autosize
            minRows={2}
            value={content.thanks ?? ""}
            error={errors["content.thanks"]}
            onChange={(event) => change({ thanks: event.currentTarget.value || undefined })}
          />
        </>
      )}
      <Textarea
        label={t("knowledge.questions")}
        description={t("knowledge.questions.help")}
        autosize
        minRows={3}
        value={content.questions.join("\n")}
        error={extra[0]?.[1]}
        onChange={(event) => change({ questions: event.currentTarget.value.split("\n") })}
      />
      <TagsInput
        label={t("knowledge.keywords")}
        description={t("knowledge.keywords.help")}
        value={content.keywords}
        error={errors["content.keywords"]}
        clearable
        onChange={(keywords) => change({ keywords })}
      />
      <Accordion variant="separated" multiple>
        <ChannelsEditor
          channels={content.channels}
          errors={errors}
          onChange={(channels) => change({ channels })}
        />
        {!isAnswer && (
          <Accordion.Item value="address">
            <Accordion.Control>{t("knowledge.slug")}</Accordion.Control>
            <Accordion.Panel>
              <TextInput
                aria-label={t("knowledge.slug")}
                description={t("knowledge.slug.help")}
                value={inHand.slug}
                error={errors.slug}
                onChange={(event) => inHand.changeText({ slug: event.currentTarget.value })}
              />
            </Accordion.Panel>
          </Accordion.Item>
        )}
      </Accordion>
    </Stack>
  );
}

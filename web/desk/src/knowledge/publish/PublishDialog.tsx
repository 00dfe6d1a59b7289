import type { Article, ArticleText } from "@kanal/api";
import {
  Button,
  Checkbox,
  Divider,
  Group,
  Modal,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { languageName } from "../../conversations/person/facts";
import { useWords } from "../../words/useWords";
import type { TextInHand } from "../article/useText";
import { usePublishing } from "./usePublishing";

interface Props {
  article: Article;
  text: ArticleText;
  inHand: TextInHand;
  onClose: () => void;
}

export function PublishDialog({ article, text, inHand, onClose }: Props) {
  const { t, language } = useWords();
  const [when, setWhen] = useState<"now" | "later">("now");
  const form = useForm({ initialValues: { at: "", until: "", remark: "", all: false } });
  const others = article.texts.filter((each) => each.hasDraft && each.language !== text.language);
  const { publish, unpublish } = usePublishing(article, text, inHand, form, onClose);
  const isOut = text.state === "published" || text.state === "scheduled";
  const nothingNew = !text.hasDraft && inHand.state.kind === "saved";
  const canPublish = !nothingNew || others.length > 0;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("knowledge.publish.title", { language: languageName(text.language, language) })}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <form
        onSubmit={form.onSubmit((values) => publish.mutate(when === "now" ? { ...values, at: "" } : values))}
      >
        <Stack gap="lg">
          {nothingNew && <Text c="dimmed">{t("knowledge.publish.nothing")}</Text>}
          {canPublish && (
            <>
              <SegmentedControl
                aria-label={t("knowledge.publish.when")}
                fullWidth
                value={when}
                onChange={(next) => setWhen(next as typeof when)}
                data={[
                  { value: "now", label: t("knowledge.publish.now") },
                  { value: "later", label: t("knowledge.publish.later") },
                ]}
              />
              {when === "later" && (
                <TextInput
                  type="datetime-local"
                  label={t("knowledge.publish.at")}
                  required
                  {...form.getInputProps("at")}
                />
              )}
              {!form.values.all && (
                <TextInput
                  type="datetime-local"
                  label={t("knowledge.publish.until")}
                  description={t("knowledge.publish.until.help")}
                  {...form.getInputProps("until")}
                />
              )}
              <TextInput
                label={t("knowledge.publish.remark")}
                description={t("knowledge.publish.remark.help")}
                maxLength={500}
                {...form.getInputProps("remark")}
              />
              {others.length > 0 && when === "now" && (
                <Checkbox
                  label={t("knowledge.publish.all", {
                    languages: others.map((each) => languageName(each.language, language)).join(", "),
                  })}
                  {...form.getInputProps("all", { type: "checkbox" })}
                />
              )}
              <Group justify="flex-end">
                <Button variant="default" onClick={onClose}>
                  {t("cancel")}
                </Button>
                <Button type="submit" disabled={nothingNew && !form.values.all} loading={publish.isPending}>
                  {t(when === "now" ? "knowledge.publish.now" : "knowledge.publish.schedule")}
                </Button>
              </Group>
            </>
          )}
          {isOut && (
            <>
              {canPublish && <Divider />}
              <Stack gap="xs" align="flex-start">
                <Text c="dimmed">
                  {t(text.state === "published" ? "knowledge.unpublish.help" : "knowledge.unschedule.help")}
                </Text>
                <Button
                  variant="default"
                  loading={unpublish.isPending}
                  onClick={() => unpublish.mutate(undefined)}
                >
                  {t(text.state === "published" ? "knowledge.unpublish" : "knowledge.unschedule")}
                </Button>
              </Stack>
            </>
          )}
        </Stack>
      </form>
    </Modal>
  );
}

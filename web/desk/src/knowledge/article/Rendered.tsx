import type { ArticleKind } from "@kanal/api";
import { List, Text, Title } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { FormFields } from "../form/FormFields";
import { Markdown } from "../markdown/Markdown";
import type { Content } from "./content";
import classes from "./Rendered.module.css";

interface Props {
  kind: ArticleKind;
  content: Content;
  lang: string;
}

/** An article as it is read. */
export function Rendered({ kind, content, lang }: Props) {
  const { t } = useWords();
  return (
    <div className={classes.article} lang={lang}>
      <Title order={2}>{content.title || t("knowledge.untitled")}</Title>
      {kind === "shortAnswer" ? (
        <Text style={{ whiteSpace: "pre-wrap" }}>{content.body}</Text>
      ) : (
        <Markdown text={content.body} />
      )}
      {content.steps.length > 0 && (
        <List type="ordered" spacing="md" mt="md">
          {content.steps.map((step, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place
            <List.Item key={at}>
              <Text fw={600}>{step.title}</Text>
              <Markdown text={step.body ?? ""} />
            </List.Item>
          ))}
        </List>
      )}
      {content.fields.length > 0 && <FormFields fields={content.fields} given={{}} faults={{}} readOnly />}
    </div>
  );
}

import { Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { problemText } from "../../parts/problemText";
import { useWords } from "../../words/useWords";
import { previewQuery } from "../knowledgeQueries";

/** As the server will put it on a page, a moment after the last key. */
export function Markdown({ text }: { text: string }) {
  const { t } = useWords();
  const [settled] = useDebouncedValue(text, 300, { leading: true });
  const preview = useQuery({ ...previewQuery(settled), placeholderData: keepPreviousData });
  if (text.trim() === "") return null;
  if (preview.isError) return <Text c="dimmed">{problemText(preview.error, t)}</Text>;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the server makes it of Markdown alone, and lets no HTML through
  return <div dangerouslySetInnerHTML={{ __html: preview.data?.html ?? "" }} />;
}

import { Anchor, Table } from "@mantine/core";
import { Link } from "react-router";

interface Props {
  article: { id: string; language: string; title: string };
}

/** The title in a report's row; it leads into the editor. */
export function TitleCell({ article: { id, language, title } }: Props) {
  return (
    <Table.Td>
      <Anchor component={Link} to={`/knowledge/articles/${id}?language=${language}`} fw={600} lang={language}>
        {title}
      </Anchor>
    </Table.Td>
  );
}

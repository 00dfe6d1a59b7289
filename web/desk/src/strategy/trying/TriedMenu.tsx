import { Alert, Paper, Text, Title } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { useId } from "react";
import { LoadingRows } from "../../parts/LoadingRows";
import { problemText } from "../../parts/problemText";
import { useWords } from "../../words/useWords";
import type { Definition } from "../definition/definition";
import { DecisionView } from "./DecisionView";
import type { Tried } from "./tried";

interface Props {
  title: string;
  query: UseQueryResult<Tried>;
  definition: Definition;
}

/** What one version would show, and why. */
export function TriedMenu({ title, query, definition }: Props) {
  const { t } = useWords();
  const id = useId();
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={id} aria-busy={query.isFetching}>
      <Title order={2} id={id} mb="sm">
        {title}
      </Title>
      {query.isError ? (
        <Alert color="red" role="alert">
          {problemText(query.error, t)}
        </Alert>
      ) : query.data ? (
        <>
          <Text size="xs" c="dimmed" mb="sm" role="status">
            {t(`strategy.arm.${query.data.decision.arm}`)}
          </Text>
          <DecisionView {...query.data} definition={definition} />
        </>
      ) : (
        <LoadingRows rows={3} />
      )}
    </Paper>
  );
}

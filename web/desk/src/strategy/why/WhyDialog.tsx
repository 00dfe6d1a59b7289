import { ProblemError } from "@kanal/api";
import { Modal, Text } from "@mantine/core";
import { type UseQueryOptions, useQuery } from "@tanstack/react-query";
import { Failed } from "../../parts/Failed";
import { LoadingRows } from "../../parts/LoadingRows";
import { useWords } from "../../words/useWords";
import type { KeptDecision } from "./decisions";
import { WhyView } from "./WhyView";

interface Props {
  query: UseQueryOptions<KeptDecision | null, Error, KeptDecision | null, string[]>;
  onClose: () => void;
}

/** A decision that was kept, with everything that it was made from. */
export function WhyDialog({ query, onClose }: Props) {
  const { t } = useWords();
  const decision = useQuery(query);
  const forgotten = decision.error instanceof ProblemError && decision.error.status === 404;
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t("strategy.why.ask")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {decision.data ? (
        <WhyView kept={decision.data} />
      ) : decision.data === null || forgotten ? (
        <Text>{t("strategy.why.none")}</Text>
      ) : decision.isError ? (
        <Failed error={decision.error} onRetry={() => decision.refetch()} />
      ) : (
        <LoadingRows rows={3} />
      )}
    </Modal>
  );
}

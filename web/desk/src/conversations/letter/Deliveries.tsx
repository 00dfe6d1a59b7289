import type { Letter } from "@kanal/api";
import { Button, Group, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconAlertTriangle, IconCheck, IconClock, IconRefresh } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { showProblem } from "../../parts/showProblem";
import { api, ask } from "../../server/api";
import { aheadInWords } from "../../words/relative";
import { useNow } from "../../words/useNow";
import { useWords } from "../../words/useWords";
import { Attempts } from "./Attempts";
import { canRetry, isTroubled, standing } from "./deliveries";
import classes from "./Letter.module.css";

interface Props {
  letter: Letter;
  conversation: string;
}

/** What became of a letter of ours: in a word, and for each of those it went to in the provider's own words. */
export function Deliveries({ letter, conversation }: Props) {
  const { t, language } = useWords();
  const now = useNow();
  const how = standing(letter);
  const troubled = letter.deliveries.some(isTroubled);
  const [asked, { toggle }] = useDisclosure(false);
  const opened = asked || troubled;
  const [detailed, details] = useDisclosure(false);
  const retry = useMutation({
    mutationFn: () =>
      ask(
        api.POST("/api/v1/conversations/{id}/letters/{letter}/retry", {
          params: { path: { id: conversation, letter: letter.id } },
        }),
      ),
    onError: showProblem(t),
  });
  const Sign =
    troubled || how === "failed"
      ? IconAlertTriangle
      : how === "sent" || how === "notNeeded"
        ? IconCheck
        : IconClock;

  return (
    <div className={classes.deliveries} data-troubled={troubled || how === "failed" || undefined}>
      <Group gap="xs" justify="flex-end" role="status">
        <Sign size={14} aria-hidden />
        <UnstyledButton className={classes.how} aria-expanded={opened} disabled={troubled} onClick={toggle}>
          {t(`delivery.${how}`)}
          {letter.nextAttemptAt &&
            how !== "sent" &&
            ` ${t("delivery.next", { time: aheadInWords(letter.nextAttemptAt, now, language) })}`}
        </UnstyledButton>
        {canRetry(letter) && (
          <Button
            size="compact-xs"
            variant="light"
            leftSection={<IconRefresh size={12} />}
            loading={retry.isPending}
            onClick={() => retry.mutate()}
          >
            {t("delivery.retry")}
          </Button>
        )}
      </Group>
      {opened && (
        <ul>
          {letter.deliveries.map((delivery) => (
            <li key={delivery.address} data-troubled={isTroubled(delivery) || undefined}>
              <span>
                {delivery.address}: {t(`delivery.${delivery.state}`)}
              </span>
              {delivery.detail && <q className={classes.detail}>{delivery.detail}</q>}
            </li>
          ))}
        </ul>
      )}
      {opened && (
        <UnstyledButton className={classes.how} aria-expanded={detailed} onClick={details.toggle}>
          {t(detailed ? "delivery.attempts.hide" : "delivery.attempts.show")}
        </UnstyledButton>
      )}
      {opened && detailed && (
        <Attempts
          conversation={conversation}
          letter={letter.id}
          standing={`${letter.state} ${letter.nextAttemptAt ?? ""}`}
        />
      )}
    </div>
  );
}

import { Button, CloseButton, Text } from "@mantine/core";
import { IconPhoneX } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { callsDueQuery } from "../server/queries";
import { whenInWords } from "../words/relative";
import { useNow } from "../words/useNow";
import { useWords } from "../words/useWords";
import classes from "./Banner.module.css";

/** A promised call that nobody could take is everyone's concern until somebody does. */
export function CallsDue() {
  const { t, language } = useWords();
  const now = useNow();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const due = useQuery(callsDueQuery).data ?? [];
  const hide = (conversation: string) =>
    cache.setQueryData(callsDueQuery.queryKey, (known) =>
      known?.filter((each) => each.conversation !== conversation),
    );
  return (
    <div role="status">
      {due.map(({ conversation, name, numberText, dueAt }) => (
        <div key={conversation} className={classes.warn}>
          <IconPhoneX size={18} aria-hidden />
          <Text span flex={1}>
            {t("call.due", { name: name ?? numberText, time: whenInWords(dueAt, now, language) })}
          </Text>
          <Button
            size="compact-sm"
            onClick={() => navigate(`/conversations/${conversation}?list=all&calls=1`)}
          >
            {t("call.due.open")}
          </Button>
          <CloseButton aria-label={t("close")} onClick={() => hide(conversation)} />
        </div>
      ))}
    </div>
  );
}

import type { Callback } from "@kanal/api";
import { Text } from "@mantine/core";
import { aheadInWords } from "../../words/relative";
import { useNow } from "../../words/useNow";
import { useWords } from "../../words/useWords";
import { localTime } from "../person/facts";

/** What rings is a call: to which number, what the clock says there, and what was promised. */
export function OfferedCall({ callback }: { callback: Callback }) {
  const { t, language } = useWords();
  const now = useNow();
  const there = localTime(callback.timeZone, now, language);
  return (
    <>
      <Text fw={600} mt="sm">
        {t("offer.call", { number: callback.numberText })}
      </Text>
      <Text size="xs" c="dimmed">
        {[
          callback.slot
            ? t("call.promised", { time: aheadInWords(callback.slot.start, now, language) })
            : t("call.keepPlace"),
          there && t("call.there", { time: there }),
          callback.attempts > 0 && t("call.attempt", { number: callback.attempts + 1 }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </Text>
    </>
  );
}

import type { AfterVainSearch } from "@kanal/api";
import { Anchor } from "@mantine/core";
import { channelWord } from "../../parts/ChannelMark";
import { useWords } from "../../words/useWords";
import classes from "./NextSteps.module.css";

interface Props {
  next: AfterVainSearch;
  /** Shows the conversations that came of it. */
  onOpen: () => void;
}

const steps = ["contacted", "read", "found", "left", "unknown"] as const;

/** What those did next who sought in vain: a bar, and the same in words. */
export function NextSteps({ next, onOpen }: Props) {
  const { t } = useWords();
  const contacted = next.contacts.reduce((sum, { count }) => sum + count, 0);
  const counts = { ...next, contacted };
  const all = steps.reduce((sum, step) => sum + counts[step], 0);
  const some = steps.filter((step) => counts[step] > 0);
  const channels = next.contacts
    .map(({ channel, count }) => `${t(channelWord(channel))} ${count}`)
    .join(", ");
  return (
    <>
      <span className={classes.bar} aria-hidden>
        {some.map((step) => (
          <span key={step} data-step={step} style={{ width: `${(counts[step] / all) * 100}%` }} />
        ))}
      </span>
      <ul className={classes.steps}>
        {some.map((step) => (
          <li key={step}>
            {step === "contacted" ? (
              <>
                <Anchor component="button" type="button" size="xs" onClick={onOpen}>
                  {t("sought.next.contacted", { count: contacted })}
                </Anchor>{" "}
                ({channels})
              </>
            ) : (
              t(`sought.next.${step}`, { count: counts[step] })
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

import { aheadInWords } from "../../words/relative";
import { serverNow } from "../../words/serverClock";
import type { Translate } from "../../words/words";
import { channelName } from "../sentences/channels";
import { amount, exactLength, percent } from "../sentences/lengths";
import { small, word } from "../sentences/speech";
import { choiceName } from "../sentences/values";
import type { DecidedEntry, InvitationDecision, Withheld } from "./tried";

const at = (moment: number, language: string) =>
  aheadInWords(new Date(moment).toISOString(), serverNow(), language);

/** What the visitor is told of a way, in the agent's language. */
export function reasonSentence(entry: DecidedEntry, t: Translate, language: string): string {
  const wait = entry.waitSeconds ? exactLength(entry.waitSeconds, language) : undefined;
  switch (entry.reason) {
    case "quickest":
    case "afterWait":
      return wait
        ? t(`strategy.reason.${entry.reason}`, { wait })
        : t(`strategy.reason.${entry.reason}.untold`);
    case "later":
    case "laterAsNobodyNow":
      return entry.dueBy
        ? t(`strategy.reason.${entry.reason}`, { time: at(entry.dueBy, language) })
        : t(`strategy.reason.${entry.reason}.untold`);
    default:
      return t(`strategy.reason.${entry.reason}`);
  }
}

/** How it came into the menu. */
export const byWords = ({ by, insteadOf }: DecidedEntry, t: Translate) =>
  by === "replacement" && insteadOf
    ? t("strategy.by.replacement.of", { channel: channelName(insteadOf, t) })
    : t(`strategy.by.${by}`);

/** Why a channel is not in the menu, with its numbers. */
export function withheldSentence(its: Withheld, t: Translate, language: string): string {
  const said = word(t, `strategy.withheld.${its.for}`, its.for);
  const wait = its.waitSeconds != null ? exactLength(Math.round(its.waitSeconds), language) : undefined;
  const limit = its.limitSeconds != null ? exactLength(its.limitSeconds, language) : undefined;
  return [
    said,
    its.for === "waitTooLong" && limit
      ? wait
        ? t("strategy.withheld.numbers", { wait, limit })
        : t("strategy.withheld.untold", { limit })
      : "",
    its.back ? t("strategy.withheld.back", { time: at(its.back, language) }) : "",
  ]
    .filter(Boolean)
    .join(" ");
}

export function invitationSentence({ standing, signal, channel }: InvitationDecision, t: Translate): string {
  const said = word(t, `strategy.standing.${standing}`, standing);
  if (standing === "invites" && channel)
    return t("strategy.standing.invites.by", {
      signal: signal ? choiceName("signals", signal, { t }) : "",
      channel: small(channelName(channel, t), "en"),
    });
  return signal ? t("strategy.standing.with", { said, signal: choiceName("signals", signal, { t }) }) : said;
}

/** The parts of "is it worth it?", each with its sign. */
export function gainLines(gain: NonNullable<Withheld["gain"]>, t: Translate, language: string) {
  const order = gain.uplift * gain.margin;
  const lines = [
    {
      what: t("strategy.gain.order", {
        uplift: percent(gain.uplift, language),
        margin: amount(gain.margin, language),
      }),
      value: order,
    },
    { what: t("strategy.gain.solved"), value: gain.solved },
    { what: t("strategy.gain.cost"), value: -gain.cost },
    { what: t("strategy.gain.waiting"), value: -gain.waiting },
    { what: t("strategy.gain.price"), value: -gain.price },
  ];
  return {
    lines: lines.filter(({ value }) => value !== 0),
    total: order + gain.solved - gain.cost - gain.waiting - gain.price,
  };
}

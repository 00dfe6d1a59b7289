import type { Conversation, Entry } from "@kanal/api";
import { customerName } from "../../parts/customerName";
import { aheadInWords } from "../../words/relative";
import type { Translate, WordKey } from "../../words/words";
import { orderInWords } from "../person/orderInWords";

const sentences: Partial<Record<string, WordKey>> = {
  queued: "event.queued",
  assigned: "event.assigned",
  transferred: "event.transferred",
  missed: "event.missed",
  declined: "event.declined",
  ended: "event.ended",
  closed: "event.closed",
  reopened: "event.reopened",
  rated: "event.rated",
  switched: "event.switched",
  callbackBooked: "event.callbackBooked",
  callbackMoved: "event.callbackMoved",
  callbackCancelled: "event.callbackCancelled",
  called: "event.called",
  joined: "event.joined",
  proposed: "event.proposed",
  ordered: "event.ordered",
  acknowledged: "event.acknowledged",
  deliveryFailed: "event.deliveryFailed",
  splitProposed: "event.splitProposed",
  splitOff: "event.splitOff",
  splitFrom: "event.splitFrom",
  mergedInto: "event.mergedInto",
  mergedFrom: "event.mergedFrom",
  moveUndone: "event.moveUndone",
  markedSpam: "event.markedSpam",
  unmarkedSpam: "event.unmarkedSpam",
  forwarded: "event.forwarded",
};

/** A quiet line in the reader's words; the server's own text for an event we do not know. */
export function eventSentence(
  entry: Entry,
  conversation: Conversation,
  t: Translate,
  language: string,
): string {
  const event = entry.event;
  const key = event && sentences[event.type];
  if (!event || !key) return entry.text;
  const when = (at: string) => aheadInWords(at, Date.parse(entry.at), language);
  const customer = customerName(conversation.customer, t);
  const agent = entry.author?.name ?? t("event.someone");
  // Who hands it to themselves has taken it from a colleague.
  const tookOver = event.type === "transferred" && !!event.to && event.to.id === entry.author?.id;
  const said = t(tookOver ? "event.takenOver" : key, {
    agent,
    customer,
    to: event.to?.name ?? event.queue?.name ?? t("transfer.queue"),
    who: event.byVisitor ? customer : agent,
    score: event.score ?? "",
    address: event.address ?? "",
    subject: event.subject ?? "",
    channel: t(event.channel === "email" ? "channel.email" : "channel.chat"),
  });
  const call = [
    event.call && t(`call.outcome.${event.call}`),
    event.at && (event.type === "called" ? t("call.next", { time: when(event.at) }) : when(event.at)),
    event.cancelled && t(`call.cancelled.${event.cancelled}`),
  ];
  const details = [
    event.article?.name,
    event.order && orderInWords(event.order, t, language),
    event.topic,
    event.outcome && t(`outcome.${event.outcome}`),
    event.reason,
    ...call,
  ].filter(Boolean);
  return details.length > 0 ? `${said} (${details.join(", ")})` : said;
}

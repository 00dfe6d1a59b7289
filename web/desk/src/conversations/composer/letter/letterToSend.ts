import type { LetterWish, ReplyPlan } from "@kanal/api";
import { addressIn, eachOnce } from "../../letter/addresses";
import { bareSubject } from "../../letter/subjects";
import type { LetterDraft } from "./letterDrafts";

/** Everything a letter is sent with, chosen or filled in; what is shown is what is sent. */
export interface LetterToSend {
  to: string[];
  cc: string[];
  bcc: string[];
  subject: string;
  mailbox?: string;
}

export function letterToSend(draft: LetterDraft, filled: ReplyPlan | undefined): LetterToSend {
  const addresses = (people: ReplyPlan["to"] | undefined) => (people ?? []).map(({ address }) => address);
  const forwarding = draft.forwards;
  return {
    to: draft.to ?? (forwarding ? [] : addresses(filled?.to)),
    cc: draft.cc ?? (forwarding ? [] : addresses(filled?.cc)),
    bcc: draft.bcc ?? [],
    subject:
      draft.subject ?? (forwarding ? `Fwd: ${bareSubject(forwarding.subject)}` : (filled?.subject ?? "")),
    mailbox: draft.mailbox ?? filled?.mailbox ?? undefined,
  };
}

/** What was typed, as addresses where it holds one. */
export const asAddresses = (typed: string[]) => eachOnce(typed.map((each) => addressIn(each) ?? each.trim()));

export const wrongAddresses = ({ to, cc, bcc }: LetterToSend) =>
  [...to, ...cc, ...bcc].filter((address) => addressIn(address) === undefined);

export const isSendable = (letter: LetterToSend) =>
  letter.to.length > 0 && wrongAddresses(letter).length === 0;

export const requestOf = ({ to, cc, bcc, subject, mailbox }: LetterToSend): LetterWish => ({
  to,
  cc,
  bcc: bcc.length > 0 ? bcc : undefined,
  subject: subject.trim() || undefined,
  mailbox,
});

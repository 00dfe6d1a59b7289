import type { ReplyPlan } from "@kanal/api";
import { expect, test } from "vitest";
import { asAddresses, isSendable, letterToSend, requestOf } from "./letterToSend";

const filled: ReplyPlan = {
  channels: ["email"],
  channel: "email",
  mailboxes: [{ id: "m1", address: "post@fjordrejser.dk", name: null }],
  mailbox: "m1",
  subject: "Re: Turen til Geiranger",
  to: [{ name: "Anna", address: "anna@nowak.pl" }],
  cc: [{ address: "piotr@nowak.pl" }],
};

test("what nobody has chosen is as the last letter tells", () =>
  expect(letterToSend({}, filled)).toEqual({
    to: ["anna@nowak.pl"],
    cc: ["piotr@nowak.pl"],
    bcc: [],
    subject: "Re: Turen til Geiranger",
    mailbox: "m1",
  }));

test("a copy that was taken out stays out", () => expect(letterToSend({ cc: [] }, filled).cc).toEqual([]));

test("what is forwarded goes to nobody until somebody is named", () => {
  const forwards = { sequence: 2, subject: "SV: Turen", from: "Anna" };
  const letter = letterToSend({ forwards }, filled);
  expect(letter).toMatchObject({ to: [], cc: [], subject: "Fwd: Turen" });
  expect(isSendable(letter)).toBe(false);
  expect(isSendable({ ...letter, to: ["hotel@geiranger.no"] })).toBe(true);
});

test("one wrong address keeps the letter here", () =>
  expect(isSendable({ ...letterToSend({}, filled), cc: ["piotr"] })).toBe(false));

test("pasted names are taken off, and nobody stands twice", () =>
  expect(asAddresses(["Anna <anna@nowak.pl>", "ANNA@nowak.pl", " piotr "])).toEqual([
    "anna@nowak.pl",
    "piotr",
  ]));

test("an emptied copy line is sent as empty, not left to the server", () =>
  expect(requestOf(letterToSend({ cc: [] }, filled))).toMatchObject({ cc: [], bcc: undefined }));

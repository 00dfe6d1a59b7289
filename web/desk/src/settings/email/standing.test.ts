import { expect, test } from "vitest";
import { standings } from "./standing";

test("trouble is said with the server's sentence, beside what still works", () => {
  const said = standings({
    active: true,
    state: {
      incoming: "trouble",
      outgoing: "ready",
      setAside: 0,
      trouble: "The server refused the password.",
    },
  });
  expect(said).toEqual([
    { key: "mailboxes.incoming.trouble", tone: "bad", sentence: "The server refused the password." },
    { key: "mailboxes.ready", tone: "good" },
  ]);
});

test("a mailbox that is switched off says only that", () =>
  expect(standings({ active: false, state: { incoming: "off", outgoing: "off", setAside: 0 } })).toEqual([
    { key: "mailboxes.off", tone: "off" },
  ]));

test("letters that are set aside are said, whatever else stands", () =>
  expect(standings({ active: false, state: { incoming: "off", outgoing: "off", setAside: 2 } })).toEqual([
    { key: "mailboxes.off", tone: "off" },
    { key: "mailboxes.setAside", tone: "bad", count: 2 },
  ]));

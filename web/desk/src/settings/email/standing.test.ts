import { expect, test } from "vitest";
import { standings } from "./standing";

test("trouble is said with the server's sentence, beside what still works", () => {
  const said = standings({
    active: true,
    state: { incoming: "trouble", outgoing: "ready", trouble: "The server refused the password." },
  });
  expect(said).toEqual([
    { key: "mailboxes.incoming.trouble", tone: "bad", sentence: "The server refused the password." },
    { key: "mailboxes.ready", tone: "good" },
  ]);
});

test("a mailbox that is switched off says only that", () =>
  expect(standings({ active: false, state: { incoming: "off", outgoing: "off" } })).toEqual([
    { key: "mailboxes.off", tone: "off" },
  ]));

import type { Mailbox } from "@kanal/api";
import { expect, test } from "vitest";
import { draftOf, requestOf, withProvider } from "./mailboxDraft";
import { type Provider, portFor, providerOf, providers } from "./providers";

const usual = { site: "s1", queue: "q1" };
const [google] = providers.filter(({ name }) => name === "Google");

test("a new mailbox fetches and sends, from the inbox, for the usual queue", () => {
  const draft = draftOf(undefined, usual);
  expect(draft).toMatchObject({ ...usual, folders: ["INBOX"], active: true });
  expect([draft.incoming.used, draft.outgoing.used]).toEqual([true, true]);
});

test("a provider fills in both servers and leaves a user that was written", () => {
  const draft = { ...draftOf(undefined, usual), address: "post@fjordrejser.dk" };
  draft.outgoing.user = "sender";
  const filled = withProvider(draft, google as Provider);
  expect(filled.incoming).toMatchObject({ host: "imap.gmail.com", port: 993, user: "post@fjordrejser.dk" });
  expect(filled.outgoing).toMatchObject({ host: "smtp.gmail.com", port: 465, user: "sender" });
});

test("a secret that was not written anew is not sent, and so stays", () => {
  const server = {
    host: "imap.example.dk",
    port: 993,
    security: "implicit",
    user: "post",
    authentication: "password",
    hasSecret: true,
    hasClientSecret: false,
  } as const;
  const mailbox = { ...draftOf(undefined, usual), incoming: server, outgoing: null } as unknown as Mailbox;
  const request = requestOf(draftOf(mailbox, usual), 3);
  expect(request.incoming).not.toHaveProperty("secret", expect.anything());
  expect(request.outgoing).toBeUndefined();
  expect(request.version).toBe(3);
});

test("texts that say nothing are left out", () => {
  const draft = draftOf(undefined, usual);
  draft.signatures = { da: "Venlig hilsen", en: "  " };
  draft.acknowledgements = { pl: { subject: "Mamy list", text: "" } };
  expect(requestOf(draft).signatures).toEqual({ da: "Venlig hilsen" });
  expect(requestOf(draft).acknowledgements).toEqual({});
});

test("a provider is known by the part behind the @, whatever its case", () => {
  expect(providerOf("Anna@HOTMAIL.com")?.wants).toBe("token");
  expect(providerOf("post@fjordrejser.dk")).toBeUndefined();
});

test("each kind of security has its usual port", () => {
  expect([portFor("implicit", "incoming"), portFor("startTls", "incoming")]).toEqual([993, 143]);
  expect([portFor("implicit", "outgoing"), portFor("startTls", "outgoing")]).toEqual([465, 587]);
});

import { expect, test } from "vitest";
import { linesOf, type Trial, withNews } from "./tryMailbox";

test("lines are whole, however they are cut on their way", async () => {
  const bytes = new TextEncoder().encode('{"a":"æ"}\n{"b":1}\n\n{"c":2}');
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
      controller.close();
    },
  });
  const lines: string[] = [];
  for await (const line of linesOf(body)) lines.push(line);
  expect(lines).toEqual(['{"a":"æ"}', '{"b":1}', '{"c":2}']);
});

test("what is tried stands until it is done", () => {
  const trying = { what: "incoming", subject: "imap.example:993" } as const;
  const begun = withNews({ steps: [] }, { trying });
  expect(begun.trying).toBe(trying);
  const done: Trial = withNews(begun, { step: { ...trying, ok: true, sentence: "Signed in." } });
  expect(done).toEqual({ steps: [{ ...trying, ok: true, sentence: "Signed in." }] });
  expect(withNews(done, { works: true }).works).toBe(true);
});

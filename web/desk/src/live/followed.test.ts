import type { ConversationSummary } from "@kanal/api";
import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { askAnew, askWhatIsHanded, forgetInHand } from "./followed";

const keys = [
  ["offers"],
  ["conversations", { list: "mine" }],
  ["conversation", "1"],
  ["timeline", "1"],
  ["timeline", "2"],
  ["agents"],
];

function known() {
  const cache = new QueryClient();
  for (const key of keys) cache.setQueryData(key, {});
  const asked = () =>
    keys.filter((key) => cache.getQueryState(key)?.isInvalidated).map((key) => key.slice(0, 2).join(" "));
  return { cache, asked };
}

test("What came before the first stream was open is asked for anew", () => {
  const { cache, asked } = known();
  askAnew(cache, null, "follow=mine");
  expect(asked()).toHaveLength(5);
  expect(asked()).not.toContain("agents");
});

test("Of a conversation that is opened everything is asked for anew once the stream tells of it", () => {
  const { cache, asked } = known();
  askAnew(cache, "follow=mine", "follow=mine&open=1");
  expect(asked()).toEqual(["conversation 1", "timeline 1"]);
});

test("Whoever goes on to a list of more conversations has not heard of them before", () => {
  const { cache, asked } = known();
  askAnew(cache, "follow=mine&open=1", "follow=queue&open=1");
  expect(asked()).toHaveLength(4);
});

test("Nothing is asked for where the stream tells of less", () => {
  const { cache, asked } = known();
  askAnew(cache, "", "follow=mine");
  askAnew(cache, "follow=queue&open=2", "follow=mine");
  expect(asked()).toEqual([]);
});

test("A conversation that comes into our hands is asked for anew, once", () => {
  const { cache, asked } = known();
  const summary = { id: "1", state: "assigned", agent: { id: "me", name: "Anna" } } as ConversationSummary;
  forgetInHand();
  askWhatIsHanded(cache, summary, "me");
  expect(asked()).toEqual(["conversation 1", "timeline 1"]);

  const again = known();
  askWhatIsHanded(again.cache, summary, "me");
  expect(again.asked()).toEqual([]);

  askWhatIsHanded(again.cache, { ...summary, agent: { id: "you", name: "Bo" } }, "me");
  askWhatIsHanded(again.cache, summary, "me");
  expect(again.asked()).toEqual(["conversation 1", "timeline 1"]);
});

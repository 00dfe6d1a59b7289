import { expect, test } from "vitest";
import { languages } from "../../words/words";

const facts = /^fact\.[a-zA-Z]+(\.[a-zA-Z]+)?$/;

test("every channel that the server names has a name here", () => {
  for (const channel of ["chat", "phone", "callback", "email", "help"])
    expect(Object.keys(languages.en)).toContain(`channel.${channel}`);
});

test("a fact that is yes or no reads well both ways", () => {
  const keys = Object.keys(languages.en).filter((key) => facts.test(key));
  for (const key of keys.filter((each) => `${each}.true` in languages.en))
    expect(Object.keys(languages.en), key).toContain(`${key}.false`);
});

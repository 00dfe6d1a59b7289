import { expect, test } from "vitest";
import { fillIn } from "./fillIn";

test("variables are filled", () =>
  expect(
    fillIn("Hej {{customer.name}}, jeg er {{ agent.name }}", {
      "customer.name": "Søren",
      "agent.name": "Mette",
    }),
  ).toBe("Hej Søren, jeg er Mette"));

test("an unknown name leaves no hole", () => expect(fillIn("Hej {{customer.name}}!", {})).toBe("Hej!"));

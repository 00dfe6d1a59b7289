import { afterEach, expect, test, vi } from "vitest";
import { Line } from "./line";

afterEach(() => vi.unstubAllGlobals());

test("What is told is told in its order, however long the first takes and though it fails", async () => {
  const arrived: string[] = [];
  const answers: ((response: Response) => void)[] = [];
  vi.stubGlobal("fetch", (_: string, { body }: RequestInit) => {
    arrived.push(String(body));
    return new Promise<Response>((answer) => answers.push(answer));
  });
  const line = new Line("https://kanal.example/", () => ({ id: "c", token: "t" }) as never);
  line.tell("shown/a", { step: 2 });
  line.tell("shown/a", { step: 3 });
  await vi.waitFor(() => expect(arrived).toEqual(['{"step":2}']));
  answers[0]?.(new Response(null, { status: 500 }));
  await vi.waitFor(() => expect(arrived).toEqual(['{"step":2}', '{"step":3}']));
});

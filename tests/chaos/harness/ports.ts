import { randomInt } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";

/** One that the system gives to nobody who does not ask for it by its number, as it would with any other while a program that was killed is away. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(12_000, 32_000);
    const server = createServer().listen(port, "127.0.0.1");
    try {
      await once(server, "listening");
    } catch {
      continue;
    }
    server.close();
    await once(server, "close");
    return port;
  }
}

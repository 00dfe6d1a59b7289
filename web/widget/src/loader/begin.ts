import type { LauncherModule } from "../host";
import { type Call, takeName } from "./commands";
import type { Embed } from "./embed";
import { Listeners } from "./listeners";
import { pageIdle } from "./page-idle";

/** Answers to the name at once, and fetches all the rest when the page has nothing better to do. */
export function begin(embed: Embed): void {
  const listeners = new Listeners();
  const waiting: Call[] = [];
  let attempts = 0;
  let answer = (call: Call): unknown => waiting.push(call) && undefined;

  const named = takeName((call) => {
    const [name, ...rest] = call;
    return name === "on" ? listeners.on(...(rest as Parameters<Listeners["on"]>)) : answer(call);
  });
  if (named) pageIdle().then(load);

  async function load() {
    // A browser may remember a failed import by its address.
    const again = attempts++ > 0 ? `?${attempts}` : "";
    const url = `${embed.base}widget/${LAUNCHER_FILE}${again}`;
    const module: LauncherModule | undefined = await import(/* @vite-ignore */ url).catch(() => undefined);
    if (!module) return addEventListener("online", load, { once: true });
    answer = module.run(embed, listeners);
    for (const call of waiting) answer(call);
  }
}

import { execFileSync } from "node:child_process";
import { closeSync, constants, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { root } from "./programs.ts";

/** What lets one process believe in another time: a few lines of C; undefined where nothing compiles them. */
export function clockLibrary(folder: string): string | undefined {
  const library = join(folder, "clock.so");
  const source = join(root, "tests/chaos/harness/clock.c");
  try {
    execFileSync("cc", ["-O2", "-Wall", "-shared", "-fPIC", "-o", library, source, "-ldl"], {
      stdio: "ignore",
    });
    return library;
  } catch {
    return undefined;
  }
}

/** How far a process whose clock lies in this file is from everybody else's, in seconds, from this moment on. */
export function setClock(file: string, seconds: number): void {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64LE(BigInt(seconds));
  // In place: a file that is shorter for a moment would take those down who look at it.
  const clock = openSync(file, constants.O_WRONLY | constants.O_CREAT);
  writeSync(clock, bytes);
  closeSync(clock);
}

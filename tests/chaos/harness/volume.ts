import { execFileSync } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { isRoot } from "./programs.ts";

/** A disk of its own, so small that it can be filled: a file system in a file. Only root may mount one. */
export class Volume {
  private constructor(readonly folder: string) {}

  static make(within: string, name: string, megabytes: number): Volume | undefined {
    if (!isRoot()) return undefined;
    const folder = join(within, name);
    const image = join(within, `${name}.image`);
    mkdirSync(folder);
    try {
      execFileSync("truncate", ["-s", `${megabytes}M`, image]);
      execFileSync("mkfs.ext4", ["-q", "-m", "0", image]);
      execFileSync("mount", ["-o", "loop", image, folder], { stdio: "ignore" });
      return new Volume(folder);
    } catch {
      rmSync(folder, { recursive: true, force: true });
      return undefined;
    }
  }

  /** Writes until nothing more goes. */
  fill(): void {
    const file = openSync(this.filler, "w");
    for (const size of [1 << 20, 1 << 12]) {
      const block = Buffer.alloc(size, 1);
      try {
        while (writeSync(file, block) === size);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
      }
    }

    closeSync(file);
  }

  empty(): void {
    rmSync(this.filler, { force: true });
  }

  unmount(): void {
    if (existsSync(this.folder)) execFileSync("umount", [this.folder]);
  }

  private get filler(): string {
    return join(this.folder, "filler");
  }
}

import { appendFileSync, closeSync, openSync } from "node:fs";
import { join } from "node:path";
import type { AgentLine, Line, VisitorLine } from "../checker/records.ts";

const zero = performance.now();

/** Milliseconds since the start, the same for all clients. */
export function now(): number {
  return Math.round((performance.now() - zero) * 1000) / 1000;
}

/** One client's diary: kept in order, on disk as JSON lines. */
export class Diary {
  readonly lines: Line[] = [];
  private waiting: string[] = [];
  private readonly file: number;

  constructor(
    readonly name: string,
    folder: string,
  ) {
    this.file = openSync(join(folder, `${name}.jsonl`), "w");
  }

  note(line: VisitorLine | AgentLine): void {
    const full = { t: now(), ...line };
    this.lines.push(full);
    this.waiting.push(JSON.stringify(full));
    if (this.waiting.length >= 500) this.flush();
  }

  close(): void {
    this.flush();
    closeSync(this.file);
  }

  private flush(): void {
    if (this.waiting.length > 0) appendFileSync(this.file, `${this.waiting.join("\n")}\n`);
    this.waiting = [];
  }
}

import { newId } from "@kanal/api/new-id";
import type { FileReference, Limits } from "../../contract";
import { Problem } from "../problem";
import type { Texts } from "../texts";
import { refusal } from "./file-limits";
import type { Line } from "./line";
import { upload } from "./upload";

export interface Upload {
  key: string;
  file: File;
  share: number;
  sent?: FileReference;
  failed?: boolean;
}

interface Desk {
  limits: () => Limits;
  texts: () => Texts;
  line: () => Line | undefined;
  changed: (uploads: Upload[]) => void;
  say: (sentence: string) => void;
}

/** Files beside the message being written. They go up at once, or as soon as there is a conversation to go to. */
export class Uploads {
  private list: Upload[] = [];
  private readonly stops = new Map<string, AbortController>();

  constructor(private readonly desk: Desk) {}

  get waiting(): boolean {
    return this.list.some((item) => !item.sent && !item.failed);
  }

  add(files: Iterable<File>): void {
    const limits = this.desk.limits();
    const t = this.desk.texts();
    for (const file of files) {
      const problem =
        this.list.length >= limits.files ? t.count("filesTooMany", limits.files) : refusal(file, limits, t);
      if (problem) this.desk.say(problem);
      else this.put([...this.list, { key: newId(), file, share: 0 }]);
    }
    this.begin();
  }

  remove(key: string): void {
    this.stops.get(key)?.abort();
    this.put(this.list.filter((item) => item.key !== key));
  }

  /** The files that are there, which now belong to a message. */
  take(): FileReference[] {
    const sent = this.list.flatMap((item) => item.sent ?? []);
    this.put(this.list.filter((item) => !item.sent));
    return sent;
  }

  begin(): Promise<unknown> {
    const line = this.desk.line();
    if (!line) return Promise.resolve();
    const fresh = this.list.filter((item) => !item.sent && !item.failed && !this.stops.has(item.key));
    return Promise.all(fresh.map((item) => this.send(item, line)));
  }

  private async send({ key, file }: Upload, line: Line): Promise<void> {
    const stop = new AbortController();
    this.stops.set(key, stop);
    const report = (share: number) => this.update(key, { share });
    try {
      const sent = await upload(line.url("files"), line.token, file, report, stop.signal);
      this.update(key, { sent, share: 1 });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const t = this.desk.texts();
      this.desk.say(`${t("fileFailed", { name: file.name })} ${t(error.sentence)}`);
      this.update(key, { failed: true });
    }
    this.stops.delete(key);
  }

  private update(key: string, part: Partial<Upload>): void {
    this.put(this.list.map((item) => (item.key === key ? { ...item, ...part } : item)));
  }

  private put(list: Upload[]): void {
    this.list = list;
    this.desk.changed(list);
  }
}

import type { FileInfo } from "@kanal/api";
import { newId } from "@kanal/api/new-id";
import { useState } from "react";
import { problemText } from "../../parts/problemText";
import { useWords } from "../../words/useWords";
import { upload } from "./upload";

export interface Upload {
  key: string;
  name: string;
  progress: number;
  file?: FileInfo;
  failure?: string;
  stop: AbortController;
}

export function useUploads(conversation: string) {
  const { t } = useWords();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const patch = (key: string, change: Partial<Upload>) =>
    setUploads((all) => all.map((each) => (each.key === key ? { ...each, ...change } : each)));

  function add(files: Iterable<File>) {
    for (const file of files) {
      const key = newId();
      const stop = new AbortController();
      setUploads((all) => [...all, { key, name: file.name, progress: 0, stop }]);
      upload(conversation, file, stop.signal, (progress) => patch(key, { progress })).then(
        (stored) => patch(key, { progress: 1, file: stored }),
        (problem) => patch(key, { failure: problemText(problem, t) }),
      );
    }
  }

  function remove(key: string) {
    uploads.find((each) => each.key === key)?.stop.abort();
    setUploads((all) => all.filter((each) => each.key !== key));
  }

  return {
    uploads,
    add,
    remove,
    clear: () => setUploads([]),
    files: uploads.flatMap((each) => (each.file ? [each.file] : [])),
    busy: uploads.some((each) => !each.file && !each.failure),
  };
}

import type { LetterFile } from "@kanal/api";
import { useQueries } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { fileQuery, isPicture } from "../stream/files";

/** Addresses in memory for the pictures that came with a letter, by content id. */
export function useInlinePictures(conversation: string, files: Map<string, LetterFile>): Map<string, string> {
  const shown = useMemo(() => [...files].filter(([, file]) => isPicture(file.file)), [files]);
  const blobs = useQueries({
    queries: shown.map(([, file]) => fileQuery(conversation, file.file)),
    combine: (answers) => answers.map(({ data }) => data),
  });
  const [urls, setUrls] = useState(new Map<string, string>());
  useEffect(() => {
    const made = new Map<string, string>();
    for (const [index, [cid]] of shown.entries()) {
      const blob = blobs[index];
      if (blob) made.set(cid, URL.createObjectURL(blob));
    }
    setUrls(made);
    return () => {
      for (const url of made.values()) URL.revokeObjectURL(url);
    };
  }, [shown, blobs]);
  return urls;
}

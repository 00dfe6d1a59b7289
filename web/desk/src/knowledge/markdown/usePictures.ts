import { type Problem, ProblemError } from "@kanal/api";
import { newId } from "@kanal/api/new-id";
import { useState } from "react";
import { showProblem } from "../../parts/showProblem";
import { deskHeaders } from "../../server/headers";
import { useWords } from "../../words/useWords";
import { picture } from "./edits";

interface Put {
  put: (written: string) => void;
  replace: (written: string, by: string) => void;
}

interface Stored {
  name: string;
  url: string;
}

/** Pictures for an article. A line stands in the text until the picture is there. */
export function usePictures(article: string, { put, replace }: Put) {
  const { t } = useWords();
  const [uploading, setUploading] = useState(0);

  function add(files: File[]) {
    const waiting = files.map((file) => ({
      file,
      line: `![${t("markdown.waiting", { name: file.name })}](#${newId().slice(-8)})`,
    }));
    put(waiting.map(({ line }) => line).join("\n"));
    setUploading((count) => count + files.length);
    for (const { file, line } of waiting)
      upload(article, file)
        .then(
          ({ name, url }) => replace(line, picture(name, url)),
          (problem) => {
            replace(line, "");
            showProblem(t)(problem);
          },
        )
        .finally(() => setUploading((count) => count - 1));
  }
  return { add, uploading };
}

async function upload(article: string, file: File): Promise<Stored> {
  const form = new FormData();
  form.append("file", file);
  let response: Response;
  try {
    response = await fetch(`/api/v1/articles/${article}/files`, {
      method: "POST",
      headers: deskHeaders(),
      body: form,
    });
  } catch {
    throw new ProblemError(0);
  }
  const answer = (await response.json().catch(() => ({}))) as unknown;
  if (!response.ok) throw new ProblemError(response.status, answer as Partial<Problem>);
  return answer as Stored;
}

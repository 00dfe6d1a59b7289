import { type FileInfo, type Problem, ProblemError } from "@kanal/api";
import { deskHeaders } from "../../server/headers";

/** XMLHttpRequest, because fetch cannot say how much has been sent. */
export function upload(
  conversation: string,
  file: File,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<FileInfo> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/v1/conversations/${conversation}/files`);
    for (const [name, value] of Object.entries(deskHeaders())) request.setRequestHeader(name, value);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () =>
      request.status < 300
        ? resolve(request.response as FileInfo)
        : reject(new ProblemError(request.status, (request.response ?? {}) as Partial<Problem>));
    request.onerror = () => reject(new ProblemError(0));
    signal.addEventListener("abort", () => request.abort());
    const form = new FormData();
    form.append("file", file);
    request.send(form);
  });
}

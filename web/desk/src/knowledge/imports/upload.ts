import { type Import, type ImportMode, type Problem, ProblemError } from "@kanal/api";
import { deskHeaders } from "../../server/headers";

export interface Given {
  file: File;
  site: string;
  language: string;
  mode: ImportMode;
}

/** Sends a file as it is. A request of this kind alone says how much of it has gone. */
export function upload({ file, ...given }: Given, onProgress: (share: number) => void, signal: AbortSignal) {
  return new Promise<Import>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/v1/imports?${new URLSearchParams({ ...given, name: file.name })}`);
    for (const [name, value] of Object.entries(deskHeaders())) request.setRequestHeader(name, value);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () =>
      request.status === 201
        ? resolve(request.response as Import)
        : reject(new ProblemError(request.status, (request.response ?? {}) as Partial<Problem>));
    request.onerror = () => reject(new ProblemError(0));
    request.onabort = () => reject(new DOMException("", "AbortError"));
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

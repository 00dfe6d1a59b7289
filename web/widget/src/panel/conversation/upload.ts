import type { FileReference } from "../../contract";
import { Problem } from "../problem";

/** XMLHttpRequest, because fetch does not tell how far an upload has come. */
export function upload(
  url: string,
  token: string,
  file: File,
  onShare: (share: number) => void,
  signal: AbortSignal,
): Promise<FileReference> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append("file", file);
    request.open("POST", url);
    request.setRequestHeader("Authorization", `Bearer ${token}`);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0);
    request.onload = () =>
      request.status < 300 ? resolve(request.response) : reject(new Problem(request.status));
    request.onerror = () => reject(new Problem(0));
    signal.addEventListener("abort", () => request.abort());
    request.send(form);
  });
}

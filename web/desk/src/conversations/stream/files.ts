import { type FileInfo, ProblemError } from "@kanal/api";
import { queryOptions } from "@tanstack/react-query";
import { deskHeaders } from "../../server/headers";

/** Pictures that a browser can show and that cannot carry scripts. */
export const isPicture = (file: FileInfo) => /^image\/(png|jpeg|gif|webp|avif)$/.test(file.type);

export const fileQuery = (conversation: string, file: FileInfo) =>
  queryOptions({
    queryKey: ["file", file.id],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const response = await fetch(`/api/v1/conversations/${conversation}/files/${file.id}`, {
        headers: deskHeaders(),
        signal,
      });
      if (!response.ok) throw new ProblemError(response.status);
      return response.blob();
    },
  });

export function saveAs(blob: Blob, name: string) {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

import type { Host } from "../host";

/** The public API of the site that the page belongs to. */
export const siteUrl = ({ base, key }: Host, path: string) =>
  `${base}public/v1/sites/${encodeURIComponent(key)}/${path}`;

/** The language the page is shown in, which is the one the server should answer in. */
export const pageLanguage = () => document.documentElement.lang || "en";

/** For requests that do not go through the client: uploads, and files as they are. */
export const deskHeaders = () => ({ "X-Kanal-Desk": "1", "Accept-Language": pageLanguage() });

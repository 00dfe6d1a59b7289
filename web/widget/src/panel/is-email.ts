/** Only what is surely not an address is stopped; the server knows the rest. */
export const isEmail = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text.trim());

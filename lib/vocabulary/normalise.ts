/** One form for strings that a person reads as the same: white space is one space. */
export const normalise = (text: string): string => text.trim().replace(/\s+/g, " ").normalize("NFC");

// What a person would keep in a tool: invented words that stand in its data. None of them may get into a vocabulary.

export type Data = readonly [string, string, string, string];

/** What the driver's tools hold, and what the crawler's second look at each tool holds instead. */
export const planted: Data = ["Ottilie Quantsch", "Vexmoor freight", "zeltrannick", "Brumfeld invoice"];
export const plantedElsewhere: Data = [
  "Wendelin Praskow",
  "Harnbeck freight",
  "quorimander",
  "Uhlstedt invoice",
];

/** What the driver types besides random words. */
export const typed = [
  "Rosalind",
  "two words",
  "edited text",
  "because",
  "getting",
  "A title",
  "named",
  "Kiel",
] as const;

const forms = (text: string): string[] =>
  [text, ...text.split(" ")].filter(
    (word) => !/^(freight|invoice|two|words|text|edited|A|title|named|because|getting)$/.test(word),
  );

/** Words of the data, or whole texts that were typed, that a text holds. */
export function plantedIn(text: string): string[] {
  const lower = text.toLowerCase();
  return [...planted, ...plantedElsewhere]
    .flatMap(forms)
    .filter((word) => lower.includes(word.toLowerCase()));
}

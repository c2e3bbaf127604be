// A sequence model over steps: each person's interpolated n-grams (Witten and Bell 1991), against everybody's.

/** How well a sequence of words fits each person, as log-likelihood ratios to the pool. */
export type SequenceClassifier = (words: readonly string[]) => Float64Array;

export interface Sequences {
  words: readonly (readonly string[])[];
  labels: readonly number[];
  people: number;
}

const order = 3;
const start = "^";
const end = "$";

interface Counts {
  total: number;
  next: Map<string, number>;
}
type Grams = Map<string, Counts>;

export function trainSequences({ words, labels, people }: Sequences): SequenceClassifier {
  const pool: Grams = new Map();
  const own: Grams[] = Array.from({ length: people }, () => new Map());
  const known = new Set<string>();
  words.forEach((sequence, n) => {
    for (const [context, word] of gramsOf(sequence)) {
      known.add(word);
      add(pool, context, word);
      add(own[labels[n]!]!, context, word);
    }
  });
  const base = 1 / (known.size + 1);
  const likely = (grams: Grams, keys: readonly string[], word: string, shortest: number): number =>
    keys.reduce((probability, key) => interpolate(grams.get(key), word, probability), shortest);
  return (sequence) => {
    const fits = new Float64Array(people);
    for (const { context, word } of contextsOf(sequence)) {
      const keys = Array.from({ length: order }, (_, length) => keyOf(context, length));
      const common = likely(pool, keys, word, base);
      for (let person = 0; person < people; person++)
        fits[person]! += Math.log(likely(own[person]!, keys, word, common) / common);
    }
    return fits;
  };
}

/** Witten and Bell: a context of few words is believed less. */
function interpolate(counts: Counts | undefined, word: string, shorter: number): number {
  if (!counts) return shorter;
  const kinds = counts.next.size;
  return ((counts.next.get(word) ?? 0) + kinds * shorter) / (counts.total + kinds);
}

function add(grams: Grams, context: string, word: string): void {
  const counts = grams.get(context) ?? { total: 0, next: new Map() };
  grams.set(context, counts);
  counts.total++;
  counts.next.set(word, (counts.next.get(word) ?? 0) + 1);
}

const keyOf = (context: readonly string[], length: number): string =>
  length === 0 ? "" : `${length}\u0000${context.slice(-length).join("\u0000")}`;

const contextsOf = (sequence: readonly string[]) => {
  const padded = [...Array<string>(order - 1).fill(start), ...sequence, end];
  return padded.slice(order - 1).map((word, n) => ({ context: padded.slice(n, n + order - 1), word }));
};

function* gramsOf(sequence: readonly string[]): Generator<[context: string, word: string]> {
  for (const { context, word } of contextsOf(sequence))
    for (let length = 0; length < order; length++) yield [keyOf(context, length), word];
}

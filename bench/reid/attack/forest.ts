// A random forest of its own: ml-random-forest looks at each pair of neighbouring values of every column in every node
// and cannot leave columns out by node, which takes hours on ten thousand rows (docs/decisions). Here a node tries a
// few random cuts (Geurts, Ernst and Wehenkel 2006) of a few random columns, and a leaf gives the shares of its people.
import { createRandom, type Random } from "../../capture/random.ts";
import type { Classifier, Training } from "./classifier.ts";

export interface ForestOptions {
  trees: number;
  leastLeaf: number;
  cuts: number;
  seed: number;
}
const usual: ForestOptions = { trees: 80, leastLeaf: 2, cuts: 3, seed: 1 };

interface Node {
  column: number;
  cut: number;
  low: Node | null;
  high: Node | null;
  shares: Float32Array | null;
}

export function trainForest(training: Training, options: Partial<ForestOptions> = {}): Classifier {
  const chosen = { ...usual, ...options };
  const random = createRandom(chosen.seed);
  const trees = Array.from({ length: chosen.trees }, () => growTree(training, chosen, random));
  return (row) => {
    const sum = new Float64Array(training.people);
    for (const tree of trees) {
      const { shares } = leafOf(tree, row);
      for (let at = 0; at < sum.length; at++) sum[at]! += shares![at]!;
    }
    return sum.map((share) => Math.log(Math.max(share / trees.length, 1e-9)));
  };
}

function leafOf(tree: Node, row: ArrayLike<number>): Node {
  let node = tree;
  while (!node.shares) node = row[node.column]! <= node.cut ? node.low! : node.high!;
  return node;
}

function growTree(training: Training, options: ForestOptions, random: Random): Node {
  const { rows, labels, people } = training;
  const width = rows[0]?.length ?? 0;
  const tried = Math.max(1, Math.round(Math.sqrt(width)));
  const counts = new Float64Array(people);
  // With replacement: each tree sees its own sample.
  const sample = Int32Array.from(rows, () => random.below(rows.length));

  const grow = (from: number, until: number): Node => {
    const cut = until - from >= 2 * options.leastLeaf ? bestCut(from, until) : null;
    if (!cut) return leaf(from, until);
    const middle = partition(from, until, cut);
    if (middle - from < options.leastLeaf || until - middle < options.leastLeaf) return leaf(from, until);
    return { ...cut, low: grow(from, middle), high: grow(middle, until), shares: null };
  };
  const bestCut = (from: number, until: number) => {
    let best: { column: number; cut: number } | null = null;
    let purest = purity(from, until, null);
    if (purest >= until - from - 1e-9) return null;
    for (let n = 0; n < tried; n++) {
      const column = random.below(width);
      const [least, most] = rangeOf(from, until, column);
      if (least === most) continue;
      for (let attempt = 0; attempt < options.cuts; attempt++) {
        const cut = least + random.next() * (most - least);
        const found = purity(from, until, { column, cut });
        if (found <= purest + 1e-9) continue;
        purest = found;
        best = { column, cut };
      }
    }
    return best;
  };
  /** Sum of squared counts over the size, of both sides: more is purer (Gini). */
  const purity = (from: number, until: number, cut: { column: number; cut: number } | null): number => {
    let result = 0;
    for (const side of cut ? [true, false] : [true]) {
      let [size, squares] = [0, 0];
      counts.fill(0);
      for (let at = from; at < until; at++) {
        const row = sample[at]!;
        if (cut && rows[row]![cut.column]! <= cut.cut !== side) continue;
        size++;
        squares += 2 * counts[labels[row]!]!++ + 1;
      }
      if (size > 0) result += squares / size;
    }
    return result;
  };
  const rangeOf = (from: number, until: number, column: number): [number, number] => {
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let at = from; at < until; at++) {
      const value = rows[sample[at]!]![column]!;
      if (value < least) least = value;
      if (value > most) most = value;
    }
    return [least, most];
  };
  const partition = (
    from: number,
    until: number,
    { column, cut }: { column: number; cut: number },
  ): number => {
    let middle = from;
    for (let at = from; at < until; at++) {
      const row = sample[at]!;
      if (rows[row]![column]! > cut) continue;
      sample[at] = sample[middle]!;
      sample[middle++] = row;
    }
    return middle;
  };
  const leaf = (from: number, until: number): Node => {
    const shares = new Float32Array(people);
    for (let at = from; at < until; at++) shares[labels[sample[at]!]!]! += 1 / (until - from);
    return { column: 0, cut: 0, low: null, high: null, shares };
  };
  return grow(0, sample.length);
}

// Punycode back into letters (RFC 3492), so that a person sees both forms of a host: browsers have no call for it.

const base = 36;

/** "xn--bcher-kva.example" is "bücher.example"; a label that is no punycode stays as it is. Total. */
export const unicodeHost = (host: string): string =>
  host
    .split(".")
    .map((label) => (label.startsWith("xn--") ? (decoded(label.slice(4)) ?? label) : label))
    .join(".");

function decoded(label: string): string | undefined {
  const end = label.lastIndexOf("-");
  const letters = Array.from(label.slice(0, Math.max(0, end)), (letter) => letter.codePointAt(0)!);
  let code = 128;
  let place = 0;
  let bias = 72;
  let first = true;
  for (let at = end + 1; at < label.length; ) {
    const before = place;
    let weight = 1;
    for (let k = base; ; k += base) {
      const digit = digitOf(label[at++]);
      if (digit === undefined) return undefined;
      place += digit * weight;
      const threshold = Math.min(26, Math.max(1, k - bias));
      if (digit < threshold) break;
      weight *= base - threshold;
    }
    const count = letters.length + 1;
    bias = adapted(place - before, { count, first });
    first = false;
    code += Math.floor(place / count);
    place %= count;
    if (code > 0x10ffff) return undefined;
    letters.splice(place++, 0, code);
  }
  return String.fromCodePoint(...letters);
}

function digitOf(sign: string | undefined): number | undefined {
  return sign !== undefined && /[a-z0-9]/.test(sign) ? (Number.parseInt(sign, base) + 26) % base : undefined;
}

function adapted(delta: number, { count, first }: { count: number; first: boolean }): number {
  let rest = Math.floor(delta / (first ? 700 : 2));
  rest += Math.floor(rest / count);
  let k = 0;
  for (; rest > 455; k += base) rest = Math.floor(rest / (base - 1));
  return k + Math.floor((base * rest) / (rest + 38));
}

/** The inverse of a small matrix, by elimination with the largest pivot; throws where there is none. */
export function inverse(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length;
  const rows = matrix.map((row, n) => [...row, ...matrix.map((_, at) => (at === n ? 1 : 0))]);
  for (let column = 0; column < size; column++) {
    let best = column;
    for (let n = column + 1; n < size; n++)
      if (Math.abs(rows[n]![column]!) > Math.abs(rows[best]![column]!)) best = n;
    [rows[column], rows[best]] = [rows[best]!, rows[column]!];
    const pivot = rows[column]![column]!;
    if (Math.abs(pivot) < 1e-12) throw new Error("A matrix without an inverse");
    rows[column] = rows[column]!.map((value) => value / pivot);
    rows.forEach((row, n) => {
      const factor = row[column]!;
      if (n === column || factor === 0) return;
      rows[n] = row.map((value, at) => value - factor * rows[column]![at]!);
    });
  }
  return rows.map((row) => row.slice(size));
}

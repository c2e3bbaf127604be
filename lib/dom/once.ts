// What is made when it is first asked for: a page in which nobody acts pays for nothing that only acts need.

/** Makes it at the first call, and gives the same from then on. */
export function once<T extends object | boolean>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

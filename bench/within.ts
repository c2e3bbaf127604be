// Every wait of a bench ends: by what it waits for, or by saying what did not come.

/** What is waited for, or after so many seconds an error that names it. */
export async function within<T>(what: string, seconds: number, waited: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const bound = new Promise<never>((_, late) => {
    timer = setTimeout(() => late(new Error(`${what}: not done after ${seconds} s.`)), seconds * 1000);
  });
  try {
    return await Promise.race([waited, bound]);
  } finally {
    clearTimeout(timer);
  }
}

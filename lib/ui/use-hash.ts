import { useEffect, useState } from "preact/hooks";

const read = () => location.hash.slice(1);

/** The address's hash without its sign, as it changes. */
export function useHash(): string {
  const [hash, setHash] = useState(read);
  useEffect(() => {
    const changed = () => {
      setHash(read());
      if (!location.hash.includes("/")) scrollTo(0, 0);
    };
    addEventListener("hashchange", changed);
    // Effects run after the first paint: a change in between was told to nobody.
    setHash(read());
    return () => removeEventListener("hashchange", changed);
  }, []);
  return hash;
}

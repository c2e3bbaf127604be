// What is used of the package crx3, which has no types of its own.
declare module "crx3/lib/crx3stream.js" {
  import type { WriteStream } from "node:fs";

  const createCrx3Stream: (path: string, options: { keyPath: string }) => WriteStream;
  export default createCrx3Stream;
}

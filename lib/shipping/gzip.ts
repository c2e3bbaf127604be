/** Where gzip says on which system it was made: everywhere "unknown". */
const [systemByte, unknownSystem] = [9, 255];

/** The same bytes are the same in every browser of one version, whatever it runs on. */
export async function gzip(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new CompressionStream("gzip"));
  const packed = new Uint8Array(await new Response(stream).arrayBuffer());
  packed[systemByte] = unknownSystem;
  return packed;
}

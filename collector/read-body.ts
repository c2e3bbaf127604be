// A request's body, counted as it comes: a length header may be missing or wrong.

/** The body, or null as soon as it is longer than `limit` bytes. */
export async function readBody(request: Request, limit: number): Promise<Buffer | null> {
  const told = request.headers.get("content-length");
  if (Number(told ?? 0) > limit) return null;
  // With a length the socket gives no more than that, and the body can be had in one piece.
  if (told !== null) return Buffer.from(await request.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

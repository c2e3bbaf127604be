// Bytes of any length, made piece by piece, become a file of the person, without ever being whole in this page's memory.
import type { Bytes } from "../personal-data/zip-write.ts";
import { download } from "./download.ts";

interface SaveHandle extends FileSystemFileHandle {
  /** Chromium only. */
  remove?(): Promise<void>;
}
interface SavePicker {
  showSaveFilePicker?(options: { suggestedName: string }): Promise<SaveHandle>;
}

interface SaveOptions {
  name: string;
  type: string;
  signal: AbortSignal;
}

/**
 * Asks where to, if the browser can be asked, and writes there as the pieces come; else the browser keeps them as a
 * blob (on disk, when it is large) and hands it to its downloads. A piece is its maker's again when the next one is
 * asked for. False when the person closed the question.
 */
export async function saveStream(make: () => AsyncGenerator<Bytes>, options: SaveOptions): Promise<boolean> {
  const { name, type, signal } = options;
  const { showSaveFilePicker } = globalThis as SavePicker;
  if (!showSaveFilePicker) {
    // Through a pipe that the signal cuts: a blob in the making cannot be stopped otherwise.
    const cut = copiesOf(make()).pipeThrough(new TransformStream<Bytes, Bytes>(), { signal });
    const blob = await new Response(cut, { headers: { "content-type": type } }).blob();
    download(blob, name);
    return true;
  }
  const handle = await showSaveFilePicker.call(globalThis, { suggestedName: name }).catch(closed);
  if (!handle) return false;
  const writing = (await handle.createWritable()).getWriter();
  const ours = new Reused();
  let onItsWay = Promise.resolve();
  try {
    // One is on its way to the disk while the next is made, so it goes from memory that nobody else writes to.
    for await (const piece of make()) {
      signal.throwIfAborted();
      await onItsWay;
      onItsWay = writing.write(ours.copyOf(piece));
      // Thrown where it is waited for.
      onItsWay.catch(() => undefined);
    }
    await onItsWay;
    signal.throwIfAborted();
    await writing.close();
  } catch (problem) {
    // What was written so far is thrown away by the browser; the empty file that the question made is left. Where
    // writing itself failed, it is thrown away already and the first problem is what counts.
    await writing.abort(problem).catch(() => undefined);
    if ((await handle.getFile()).size === 0) await handle.remove?.();
    throw problem;
  }
  return true;
}

/** The same memory for one piece after the other: what is made anew each time is collected late. */
class Reused {
  private bytes: Bytes = new Uint8Array(0);

  copyOf(piece: Bytes): Bytes {
    if (this.bytes.length < piece.length) this.bytes = new Uint8Array(piece.length);
    this.bytes.set(piece);
    return this.bytes.subarray(0, piece.length);
  }
}

/** As a stream, whose reader may take a piece long after the next one was asked for. */
function copiesOf(pieces: AsyncGenerator<Bytes>): ReadableStream<Bytes> {
  return new ReadableStream<Bytes>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value.slice());
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}

function closed(problem: unknown): undefined {
  if (problem instanceof DOMException && problem.code === DOMException.ABORT_ERR) return undefined;
  throw problem;
}

// A stream of any length becomes a file of the person, without ever being whole in this page's memory.
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
 * Asks where to, if the browser can be asked, and writes there as the stream comes; else the browser keeps it as a
 * blob (on disk, when it is large) and hands it to its downloads. False when the person closed the question.
 */
export async function saveStream(make: () => ReadableStream<Bytes>, options: SaveOptions): Promise<boolean> {
  const { name, type, signal } = options;
  const { showSaveFilePicker } = globalThis as SavePicker;
  if (!showSaveFilePicker) {
    // Through a pipe that the signal cuts: a blob in the making cannot be stopped otherwise.
    const cut = make().pipeThrough(new TransformStream<Bytes, Bytes>(), { signal });
    const blob = await new Response(cut, { headers: { "content-type": type } }).blob();
    download(blob, name);
    return true;
  }
  const handle = await showSaveFilePicker.call(globalThis, { suggestedName: name }).catch(closed);
  if (!handle) return false;
  try {
    await make().pipeTo(await handle.createWritable(), { signal });
  } catch (problem) {
    // What was written so far is thrown away by the browser; the empty file that the question made is left.
    if ((await handle.getFile()).size === 0) await handle.remove?.();
    throw problem;
  }
  return true;
}

function closed(problem: unknown): undefined {
  if (problem instanceof DOMException && problem.code === DOMException.ABORT_ERR) return undefined;
  throw problem;
}

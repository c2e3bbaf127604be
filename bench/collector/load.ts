// Sends prepared bodies over so many connections, and notes how long each took.
import { Agent, request } from "node:http";
import { processorTime } from "./world.ts";

export interface Load {
  url: string;
  pid: number;
  type: string;
  bodies: readonly Uint8Array[];
  connections: number;
}

export interface Round {
  perSecond: number;
  /** Milliseconds from sending to the whole answer, one a body. */
  times: number[];
  /** Processor time of the server for each body, in milliseconds. */
  processor: number;
  /** Answers other than 200. */
  refused: number;
}

function post(agent: Agent, { url, type }: Load, body: Uint8Array): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": type, "content-length": body.length };
    const sent = request(url, { method: "POST", agent, headers }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(answer.statusCode ?? 0));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** One round: every connection sends its next body as soon as its last was answered. */
export async function runRound(load: Load): Promise<Round> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections });
  const times: number[] = [];
  let [next, refused] = [0, 0];
  const before = processorTime(load.pid);
  const began = performance.now();
  const sender = async () => {
    for (let body = load.bodies[next++]; body; body = load.bodies[next++]) {
      const at = performance.now();
      if ((await post(agent, load, body)) !== 200) refused += 1;
      times.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: load.connections }, sender));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  const count = load.bodies.length;
  return {
    perSecond: count / seconds,
    times,
    processor: (processorTime(load.pid) - before) / count,
    refused,
  };
}

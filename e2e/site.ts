// A small internal tool for the specs: every kind of field, a few pages, an outside frame.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><body>${body}</body></html>`;

const home = page(
  "Deploy board",
  `<main>
  <h1>Deploy board</h1>
  <button id="red-ui-header-button-deploy" onclick="document.querySelector('#said').textContent='deployed'">Deploy</button>
  <p id="said"></p>
  <form action="/done" id="order">
    <label>Name <input id="name" name="name"></label>
    <label>Mail <input type="email" id="email"></label>
    <label>Search <input type="search" id="search"></label>
    <label>Notes <textarea id="notes"></textarea></label>
    <div id="rich" contenteditable="true" role="textbox" aria-label="Rich text"></div>
    <label>Password <input type="password" id="password"></label>
    <button type="button" id="show" onclick="document.querySelector('#password').type='text'">Show</button>
    <label>Code <input id="code" autocomplete="one-time-code" inputmode="numeric"></label>
    <label>Card <input id="card" autocomplete="cc-number"></label>
    <div data-private><label>Private <input id="private"></label></div>
    <button id="send">Send</button>
  </form>
  <tool-field></tool-field>
  <a href="/next" id="next">Next</a>
  <ul>${Array.from({ length: 6 }, (_, i) => `<li><button class="row">Open ${i}</button></li>`).join("")}</ul>
</main>
<script>
  customElements.define("tool-field", class extends HTMLElement {
    connectedCallback() {
      this.attachShadow({ mode: "open" }).innerHTML = "<label>Inside <input id='inside'></label>";
    }
  });
</script>`,
);

export interface Site {
  url: string;
  /** Requests that reached it, as paths with their query. */
  requests: string[];
  close(): Promise<void>;
}

/** Serves the tool on a free port of loopback. `extra` answers a path before the tool does. */
export async function startSite(extra: Record<string, string> = {}): Promise<Site> {
  const requests: string[] = [];
  const server: Server = createServer((request, response) => {
    requests.push(request.url ?? "");
    const path = (request.url ?? "/").split("?")[0]!;
    response.setHeader("content-type", "text/html; charset=utf-8");
    const bodies: Record<string, string> = {
      "/": home,
      "/next": page("Next", "<h1>Next</h1><a href='/' id='home'>Home</a>"),
      "/done": page("Done", "<h1>Done</h1>"),
      ...extra,
    };
    response.statusCode = bodies[path] === undefined ? 404 : 200;
    response.end(bodies[path] ?? "not found");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

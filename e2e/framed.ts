// A page with every sort of frame, each with one button, and a page of another site that frames it in turn.
import { type Site, startSite } from "./site.ts";

const button = (name: string) => `<button style="width:99%;height:30px">${name}</button>`;
const page = (body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Frames</title><body>${body}`;
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
const data = (body: string) => `data:text/html,${encodeURIComponent(page(body))}`;
const frame = (name: string, attributes = "") =>
  `<iframe name="${name}" style="width:180px;height:60px" ${attributes}></iframe>`;

/** Nothing of these may be held anywhere. */
export const canary = "canary7f3a";

/** Frames of the page, in document order; each says whether it belongs to the tool. */
const top = (T: string, O: string): [name: string, attributes: string, ours: boolean][] => [
  ["nested", `src="${T}/one?name=nested"`, true],
  ["srcdoc", `srcdoc="${escaped(button("srcdoc"))}"`, true],
  ["blank", "", true],
  ["written", "", true],
  ["sandbox-address", `sandbox="allow-scripts" src="${T}/one?name=x"`, true],
  ["sandbox-srcdoc", `sandbox="allow-scripts" srcdoc="${escaped(button("x"))}"`, true],
  ["sandbox-same-srcdoc", `sandbox="allow-scripts allow-same-origin" srcdoc="${escaped(button("x"))}"`, true],
  ["data", `src="${escaped(data(button(canary)))}"`, true],
  ["sandbox-data", `sandbox="allow-scripts" src="${escaped(data(button(canary)))}"`, true],
  ["blob", `data-blob`, true],
  ["sandbox-blob", `sandbox="allow-scripts" data-blob`, true],
  ["script", `src="javascript:'${escaped(button("x")).replaceAll("&quot;", "\\&quot;")}'"`, true],
  ["other", `src="${O}/one?name=x"`, false],
  ["sandbox-other", `sandbox="allow-scripts" src="${O}/one?name=x"`, false],
  ["redirected", `src="${O}/one?name=from-${T}"`, false],
  ["turned-data", `src="${O}/turns?to=data"`, false],
];

/** Frames inside frames, by the path of their names. */
const inner: [path: string[], ours: boolean][] = [
  [["outer", "deep"], true],
  [["outer", "deep", "deeper"], true],
  [["data-outer", "srcdoc-in-data"], true],
  [["data-outer", "data-in-data"], true],
  [["data-outer", "nested-in-data"], true],
  [["other-outer", "srcdoc-in-other"], false],
  [["other-outer", "data-in-other"], false],
  [["other-outer", "blank-in-other"], false],
  [["other-outer", "nested-in-other"], true],
];

export interface Framed {
  name: string;
  path: string[];
  /** Positions from the top document down, as a step says them. */
  position: number[];
  ours: boolean;
}

export interface FramedSite {
  site: Site;
  /** The same server under a name of another site, so that its frames are in another process. */
  other: string;
  frames: Framed[];
}

/** Serves the page under `/frames`. */
export async function startFramedSite(): Promise<FramedSite> {
  const pages: Record<string, string> = {};
  const site = await startSite(pages);
  const T = site.url.slice(0, -1);
  const O = T.replace("127.0.0.1", "localhost");
  const list = top(T, O);
  const outers = [
    frame("outer", `src="${T}/outer"`),
    frame(
      "data-outer",
      `src="${escaped(
        data(
          frame("srcdoc-in-data", `srcdoc="${escaped(button("x"))}"`) +
            frame("data-in-data", `src="${escaped(data(button(canary)))}"`) +
            frame("nested-in-data", `src="${T}/one?name=x"`),
        ),
      )}"`,
    ),
    frame("other-outer", `src="${O}/other-outer"`),
  ];
  pages["/one"] = page(button("one"));
  pages["/turns"] = page(`<script>location.href = ${JSON.stringify(data(button("x")))}</script>`);
  pages["/outer"] = page(frame("deep", `src="${T}/deep"`));
  pages["/deep"] = page(button("x") + frame("deeper", `srcdoc="${escaped(button("x"))}"`));
  pages["/other-outer"] = page(
    frame("srcdoc-in-other", `srcdoc="${escaped(button("x"))}"`) +
      frame("data-in-other", `src="${escaped(data(button("x")))}"`) +
      frame("blank-in-other") +
      frame("nested-in-other", `src="${T}/one?name=x"`) +
      `<script>frames["blank-in-other"].document.body.innerHTML = ${JSON.stringify(button("x"))}</script>`,
  );
  pages["/frames"] = page(
    `${list.map(([name, attributes]) => frame(name, attributes)).join("")}${outers.join("")}
    <script>
      const text = ${JSON.stringify(page(button("x"))).replaceAll("<", "\\u003c")};
      frames.blank.document.body.innerHTML = text;
      const { document: written } = frames.written;
      written.open();
      written.write(text);
      written.close();
      const address = URL.createObjectURL(new Blob([text], { type: "text/html" }));
      for (const one of document.querySelectorAll("[data-blob]")) one.src = address;
    </script>`,
  );
  pages["/framing"] = page(frame("framed", `src="${T}/outer"`));
  const outerNames = ["outer", "data-outer", "other-outer"];
  const innerNames = (path: string[]) =>
    path.map((name, depth) => {
      if (depth === 0) return list.length + outerNames.indexOf(name);
      const siblings = inner.filter(
        ([other]) =>
          other.length === depth + 1 && other.slice(0, depth).join() === path.slice(0, depth).join(),
      );
      return siblings.findIndex(([other]) => other[depth] === name);
    });
  return {
    site,
    other: O,
    frames: [
      ...list.map(([name, , ours], position) => ({ name, path: [name], position: [position], ours })),
      ...inner.map(([path, ours]) => ({ name: path.at(-1)!, path, position: innerNames(path), ours })),
    ],
  };
}

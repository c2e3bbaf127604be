// What every hostile page has: the workbench, the attack, and counters that no attack can reach.
import { workbench } from "./workbench.ts";

export interface Attack {
  name: string;
  /** HTML before the attack: its ground. The element to be acted on lies under the point (640, 500). */
  ground?: string;
  /** Runs in the page's own world once the ground is there; `n` times what it does many times. */
  script: string;
  n?: number;
  /** The work after it is of every kind, not brief. In the long run that of each attack is. */
  whole?: boolean;
  long?: number;
  /** The end of the click path of what lies under the point when the attack is over; `body`, `button` else. */
  prey?: readonly string[];
  /** How many more steps of a kind the work on it leaves than that on a calm page. */
  differs?: Record<string, number>;
  /** A kind that the attack itself leaves steps of, and how many at most. */
  makes?: { kind: string; most: number };
  /** How many frames it makes: each asks what to record, and may say that it was left. */
  frames?: number;
}

export const isLong = Boolean(process.env.TOOLTRAIL_LONG);

/** Whether the work on its page is of every kind. */
export const isWhole = ({ whole = false }: Attack): boolean => whole || isLong;

const times = ({ n = 1, long }: Attack) => (isLong && long ? long : n);

/**
 * The page of an attack. Its counters stand in attributes of one element, written through functions that were
 * fetched before the attack could replace them.
 */
export const hostilePage = (attack: Attack): string => `<!doctype html><html lang="en"><meta charset="utf-8">
<title>x</title><style>#prey { position: fixed; left: 560px; top: 480px; width: 160px; height: 40px; z-index: 1000 }</style>
<body><script>
  let tell = Element.prototype.setAttribute.bind(document.documentElement);
  const clock = performance.now.bind(performance);
  const after = setTimeout.bind(window);
  const heard = { errors: 0, rejections: 0 };
  addEventListener("error", () => tell("data-errors", ++heard.errors), true);
  addEventListener("unhandledrejection", () => tell("data-rejections", ++heard.rejections), true);
  const onMany = (n, each) => new Promise((done) => {
    let at = 0;
    const go = () => {
      for (const end = Math.min(n, at + Math.ceil(n / 20)); at < end; at++) each(at);
      at < n ? after(go) : done();
    };
    go();
  });
</script>
${workbench(() => "x")}
${attack.ground ?? `<button id="prey" type="button">x</button>`}
<script>
  const attack = async (n) => { ${attack.script} };
  after(() => {
    const began = clock();
    Promise.resolve(attack(${times(attack)})).catch(() => tell("data-failed", "")).then(() => {
      tell("data-took", clock() - began);
      tell("data-done", "");
    });
  });
</script></body></html>`;

// The options page: one section at a time, named by the address's hash, so that a reload stays where it was.
import { useEffect, useErrorBoundary, useState } from "preact/hooks";
import { t } from "../platform/words.ts";
import { isNewerDatabase } from "../store/newer-database.ts";
import { Banners } from "./banners.tsx";
import { database } from "./database.ts";
import { About } from "./sections/about.tsx";
import { ExportErase } from "./sections/export-erase.tsx";
import { MyData } from "./sections/my-data.tsx";
import { Notice } from "./sections/notice.tsx";
import { Shipped } from "./sections/shipped.tsx";
import { Tools } from "./sections/tools.tsx";
import { type Section, SideBar, sections, sectionTitle } from "./side-bar.tsx";
import { type PageFacts, useFacts } from "./use-facts.ts";
import { useHash } from "./use-hash.ts";

export interface SectionProps {
  facts: PageFacts;
}

const views: Record<Exclude<Section, "notice">, (props: SectionProps) => preact.JSX.Element> = {
  tools: Tools,
  data: MyData,
  shipped: Shipped,
  export: ExportErase,
  about: About,
};

const isSection = (name: string): name is Section => Object.hasOwn(sections, name);

export function Options() {
  const [thrown] = useErrorBoundary();
  const [unopened, setUnopened] = useState<unknown>();
  // Live queries say nothing of a database that cannot be opened.
  useEffect(() => void database.open().catch(setUnopened), []);
  const problem = thrown ?? unopened;
  const facts = useFacts();
  const hash = useHash();
  const asked = hash.split("/")[0] ?? "";
  const section = isSection(asked) ? asked : facts?.receipt ? "data" : "notice";
  const settled = asked === section;
  const known = facts !== undefined;
  useEffect(() => {
    // Written into the address once, so that an answer given on the notice does not turn the page away from it; unless
    // another section was asked for meanwhile.
    if (known && !settled && location.hash.slice(1) === hash) location.replace(`#${section}`);
  }, [known, settled, section, hash]);
  if (problem) return <Broken problem={problem} />;
  if (!facts || !settled) return null;
  document.title = t("pageTitle", sectionTitle(section));
  if (section === "notice") return <Notice facts={facts} />;
  const View = views[section];
  return (
    <div class="app">
      <SideBar facts={facts} section={section} />
      <main class="main" id={section}>
        <Banners facts={facts} />
        <View facts={facts} />
      </main>
    </div>
  );
}

const Broken = ({ problem }: { problem: unknown }) =>
  isNewerDatabase(problem) ? <Newer /> : <Unexpected problem={problem} />;

const Newer = () => (
  <main class="main stack">
    <h1>{t("act.newer")}</h1>
    <p>{t("act.newerText")}</p>
  </main>
);

const Unexpected = ({ problem }: { problem: unknown }) => (
  <main class="main stack">
    <h1>{t("act.broken")}</h1>
    <p>{t("act.brokenText")}</p>
    <pre>{problem instanceof Error ? `${problem.name}: ${problem.message}` : String(problem)}</pre>
  </main>
);

import type { ComponentChildren } from "preact";

interface SectionLinkProps {
  /** What comes after the sign: "data", "data/ID". */
  to: string;
  children: ComponentChildren;
  button?: boolean;
}

/** Opens a section of the options page in a tab of its own. */
export const SectionLink = ({ to, children, button = false }: SectionLinkProps) => (
  <a class={button ? "btn" : ""} href={`/options.html#${to}`} target="_blank" rel="noreferrer">
    {children}
  </a>
);

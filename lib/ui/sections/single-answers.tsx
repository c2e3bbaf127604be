// The place of the week's step reports: how many of the budget are used, each true answer beside what was sent.
import type { SectionProps } from "../options.tsx";

/** Shows nothing until there are step reports. */
export const SingleAnswers = (_: SectionProps) => null;

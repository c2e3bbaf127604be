// Puts a vocabulary's strings back in for the person who looks: indices to words.
import type { Vocabulary } from "../../schemas/vocabulary.ts";

export interface PublishedNames {
  /** The tool's alias. */
  tool: string;
  /** A term in the person's language, else in English, else in any. */
  term: (index: number | null) => string | undefined;
  route: (index: number | null) => string | undefined;
}

/** Without a vocabulary every look-up finds nothing. */
export function publishedNames(
  tool: string,
  vocabulary: Vocabulary | undefined,
  languages: readonly string[] = ["en"],
): PublishedNames {
  const wanted = [...languages.flatMap((language) => [language, language.split("-")[0]!]), "en"];
  return {
    tool,
    term: (index) => {
      const strings = index === null ? undefined : vocabulary?.terms[index];
      if (!strings) return undefined;
      const language = wanted.find((each) => strings[each] !== undefined) ?? Object.keys(strings)[0];
      return language === undefined ? undefined : strings[language];
    },
    route: (index) => (index === null ? undefined : vocabulary?.routes[index]),
  };
}

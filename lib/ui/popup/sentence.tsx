// A task's sentence: what the person fills in lies in braces, "Rename the node {node} to {name}".

/** Each slot stands out by its form, and is read as the word that it is. */
export const Sentence = ({ text }: { text: string }) => (
  <>
    {text
      .split(/\{([^{}]+)\}/)
      .map((part, at) => (at % 2 === 1 ? <i class="slot">{part}</i> : <span>{part}</span>))}
  </>
);

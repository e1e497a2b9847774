/** What is wrong with the words behind a command, for a courteous reply; each a sentence or a piece of Markdown without line ends. */
export interface CommandProblem {
  /** What was found, as a sentence. */
  readonly message: string;
  /** What should stand there, as words that complete "expected". */
  readonly expected: string;
  /** Something that would be understood, as it would be typed. */
  readonly example: string;
}

/** A writer's word as code in a message, short and without what could break out of it. */
export function quoted(text: string): string {
  const plain = text.replaceAll("`", "'").replace(/\s+/g, " ").trim();
  const letters = [...plain.slice(0, 200)];
  return `\`${letters.length > 60 ? `${letters.slice(0, 59).join("")}…` : plain}\``;
}

/** `a`, `a or b`, `a, b or c`, each as code. */
export function oneOf(choices: readonly string[]): string {
  const words = choices.map(quoted);
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

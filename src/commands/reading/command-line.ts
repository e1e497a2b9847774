/** Command lines that are read of one comment; those beyond are counted in {@link CommandLine.count}, so that the reply can say so. */
export const commandLimit = 20;

/** A line of a comment that begins with a slash and a word; whether there is such a command is for the registry to say. */
export interface CommandLine {
  /** In lower case, without the slash. Letters, digits and hyphens, but after `/steward` whatever was typed there. */
  readonly name: string;
  /** Written `/steward name`: meant for Steward whatever the name, so it is always answered. */
  readonly explicit: boolean;
  /**
   * The rest of the line as a reader sees it, on one line: code without its backticks, addresses as they are,
   * `[words](target)` as `words (target)`, struck text left out.
   */
  readonly argument: string;
  /** Further lines that belong to the command, each like an argument, joined by line feeds; empty when there are none. */
  readonly body: string;
  /** Of the comment, from 1. */
  readonly line: number;
  /** Among the command lines of the comment, from 0. */
  readonly index: number;
  /** How many command lines the comment has in all, also those beyond {@link commandLimit}. */
  readonly count: number;
}

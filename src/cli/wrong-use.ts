/** Something that whoever called the command can mend; the message says what and how, in a sentence. */
export class WrongUse extends Error {
  override readonly name = "WrongUse";
}

/** What the system says about a path, as a person would. */
export function describeFault(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : null;
  switch (code) {
    case "ENOENT":
      return "there is no such file";
    case "EISDIR":
      return "it is a folder; name the files in it";
    case "EACCES":
    case "EPERM":
      return "it may not be read; check its permissions";
    case "ENAMETOOLONG":
      return "its name is too long";
    default:
      return "it cannot be read";
  }
}

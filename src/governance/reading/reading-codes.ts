interface ReadingCode {
  readonly code: string;
  readonly reports: string;
}

/** What is reported before any rule is asked, always as an error: the file cannot be used as written. */
export const readingCodes: readonly ReadingCode[] = [
  { code: "constitution-too-large", reports: "All files together are larger, or groups more numerous, than is read." },
  { code: "duplicate-key", reports: "One key stands twice in a mapping." },
  { code: "empty-file", reports: "A file holds nothing but comments." },
  { code: "file-too-large", reports: "A file is larger than is read." },
  {
    code: "hidden-character",
    reports: "A character that readers do not see as it is: zero-width, turning the direction of reading, or no UTF-8.",
  },
  { code: "invalid-value", reports: "A value is not of the form that the key asks for." },
  { code: "invalid-yaml", reports: "The file is not valid YAML; only the first such place is reported." },
  { code: "missing-file", reports: "A file that every constitution has is not there." },
  { code: "missing-key", reports: "A key that is required is not there." },
  { code: "several-documents", reports: "A file holds more than one YAML document." },
  { code: "too-many-aliases", reports: "A file has more YAML aliases than are followed, or aliases that multiply each other." },
  { code: "too-many-problems", reports: "There are more than a thousand problems; the rest is only counted." },
  { code: "unknown-change-class", reports: "A change class that does not exist." },
  {
    code: "unknown-key",
    reports: "A key that does not exist. A misspelt one counts as the key that was meant, so that nothing else is reported for it.",
  },
  { code: "unknown-state", reports: "A state that does not exist." },
  { code: "unknown-type", reports: "A type of proposal that does not exist." },
  { code: "unreadable-file", reports: "A file is no regular file, or a link that leads out of the folder." },
  { code: "wrong-type", reports: "A value is of another kind than the key asks for: text for a list, a number for text, or nothing." },
];

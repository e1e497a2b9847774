/** A text file as read from a folder or a commit; `path` is relative to the constitution's folder. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** An entry of a 422: an object for most, a bare sentence for a few (own review, requested reviewers). */
export type ValidationIssue =
  | { readonly resource: string; readonly field?: string; readonly code: string; readonly message?: string; readonly value?: string }
  | string;

/** An answer other than success, in GitHub's words. */
export class Fail extends Error {
  readonly status: number;
  readonly errors: readonly ValidationIssue[] | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly documentationUrl: string;

  constructor(
    status: number,
    message: string,
    more: { errors?: readonly ValidationIssue[]; headers?: Record<string, string>; documentationUrl?: string } = {},
  ) {
    super(message);
    this.status = status;
    this.errors = more.errors ?? null;
    this.headers = more.headers ?? {};
    this.documentationUrl = more.documentationUrl ?? "https://docs.github.com/rest";
  }
}

/** Absent, or not to be seen by whoever asks: GitHub does not tell which. */
export const notFound = (): Fail => new Fail(404, "Not Found");

export const forbidden = (message: string): Fail => new Fail(403, message);

/** A 422 "Validation Failed" with its causes. */
export const invalid = (...errors: ValidationIssue[]): Fail => new Fail(422, "Validation Failed", { errors });

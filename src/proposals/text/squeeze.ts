const unsqueezed = /[\t\n\r\f\v]| {2}/;

/**
 * White space of Markdown to single spaces. Other blanks stay: a no-break space, or one without width, may be there to make
 * words look like others.
 */
export function squeeze(text: string): string {
  return unsqueezed.test(text) ? text.replace(/[ \t\n\r\f\v]+/g, " ") : text;
}

/** Squeezed, without a blank at either end. */
export function squeezeWhole(text: string): string {
  return squeeze(text).replace(/^ | $/g, "");
}

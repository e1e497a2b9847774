import { cleanText, cutText } from "../../render/index.ts";

const labelWidth = 10;

/** Titles and names come from outside: without line ends and what steers a terminal, and not longer than a line can be. */
export const plain = (text: string, length = 200): string => cutText(cleanText(text), length);

/** `   ready     Monday 2 November 2026`. */
export const row = (label: string, text: string): string => `   ${label.padEnd(labelWidth)}${plain(text, 400)}`;

/** `#12 Events`. */
export function nameOf({ pullRequest, title }: { readonly pullRequest: number; readonly title: string | null }): string {
  return `#${pullRequest} ${plain(title ?? "without a title", 100)}`;
}

export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

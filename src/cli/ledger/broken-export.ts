import { cleanText, cutText } from "../../render/index.ts";

/** Both are null where a line is of no proposal, or of no event. */
export interface Place {
  readonly pullRequest: number | null;
  readonly sequence: number | null;
}

/** Where an export first does not hold, in words for whoever checks it. */
export class BrokenExport extends Error {
  override readonly name = "BrokenExport";
  readonly line: number;
  readonly place: Place;

  constructor(line: number, place: Place, what: string) {
    const proposal = place.pullRequest === null ? "" : `proposal #${place.pullRequest}`;
    const event = place.sequence === null ? "" : `, event ${place.sequence}`;
    super(`${proposal}${event}${proposal === "" ? "" : ": "}${what}`);
    this.line = line;
    this.place = place;
  }
}

/** What stands in a file must not steer the terminal it is shown on. */
export function plainText(text: string, length = 200): string {
  return cutText(cleanText(text), length);
}

/** One step of an explanation: a stable code, a sentence for people, and the clause behind it. */
export interface Reason {
  readonly code: string;
  readonly text: string;
  /** `groups/agents-wg.yml:52`, or a rule number of a source; null where no clause exists. */
  readonly clause: string | null;
}

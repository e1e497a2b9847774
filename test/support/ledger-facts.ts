import type { NewLedgerEvent } from "../../src/domain/ledger-event.ts";
import type { ShownView } from "../../src/domain/plan.ts";
import { instant } from "../../src/kernel/instant.ts";
import type { Subject } from "../../src/ports/ledger.ts";
import type { SubjectState } from "../../src/ports/store.ts";

export const noon = instant("2026-11-23T12:00:00Z");

/** A subject that no other test uses, so that all may share one database. */
export function aSubject(repositoryId = 1): Subject {
  lastNumber += 1;
  return { repositoryId, pullRequest: lastNumber };
}
let lastNumber = 0;

export function opened(author = "mira"): NewLedgerEvent {
  return {
    version: 1,
    at: noon,
    constitution: "3f9c2a1",
    actor: { id: 7, login: author },
    source: "pass",
    clause: null,
    reason: null,
    fact: { type: "proposal-opened", file: "seps/0000-events.md", author, authorId: 7 },
  };
}

export function aView(title: string | null = "Events"): ShownView {
  return {
    kind: "not-a-proposal",
    file: null,
    number: null,
    title,
    classification: null,
    change: null,
    route: null,
    problems: [],
    labels: [],
    check: null,
    url: "https://github.example/acme/spec/pull/1",
    rules: "3f9c2a1",
    mode: "enforce",
    comment: null,
  };
}

export function aState(subject: Subject, changes: Partial<SubjectState> = {}): SubjectState {
  return {
    subject,
    fingerprint: "f1",
    view: aView(),
    headSha: "a".repeat(40),
    checkConclusion: "action_required",
    open: true,
    lastPassAt: noon,
    nextLook: null,
    ...changes,
  };
}

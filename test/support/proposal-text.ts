/** A complete, additive SEP about tasks; each part can be replaced. */
export function proposalText(
  parts: {
    readonly title?: string;
    readonly number?: string;
    readonly type?: string;
    readonly specification?: string;
    readonly compatibility?: string;
  } = {},
): string {
  return `# SEP-${parts.number ?? "0000"}: ${parts.title ?? "Labels for tasks"}

- **Status**: Draft
- **Type**: ${parts.type ?? "Standards Track"}
- **Created**: 2026-11-20
- **Author(s)**: A Stranger (@passer-by)
- **Sponsor**: None
- **PR**: #${parts.number ?? "0000"}

## Abstract

Adds an optional label to the task object, so that a client which polls a durable task with \`tasks/get\` can show people what the task is for.

## Motivation

A list of task handles without names is hard to read.

## Specification

${parts.specification ?? "The task object returned by `tasks/get` gains an optional `label`. A server MAY set it when the task is created. `tasks/cancel` and `tasks/update` are unchanged. A client that polls a `taskId` SHOULD show the label."}

## Rationale

A longer description was left out.

## Backward Compatibility

${parts.compatibility ?? "The field is optional. A peer that ignores it stays conforming and keeps working."}

## Security Implications

The label is text of the server and is shown as plain text.

## Reference Implementation

A runnable prototype: https://github.example/passer-by/task-labels
`;
}

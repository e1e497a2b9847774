import { type CommandContext, register } from "../command.ts";
import { applyReady, unattested } from "./apply.ts";
import { authoriseReady } from "./authorise.ts";
import { parseReady, type Ready } from "./parse.ts";

export const ready = register<Ready>(
  {
    name: "ready",
    usage: "/ready [pre|draft], with lines prototype:, benefit:, support:",
    who: "the sponsor",
    does: "brings a draft into review and into the queue, with your attestation of R2.5; `pre` asks for a pre-review, `draft` takes it back",
    rules: ["S5"],
    examples: [
      { situation: "in draft, by the sponsor", text: "/ready\nprototype: https://example.org/demo", outcome: "in review" },
      { situation: "in draft, by the sponsor", text: "/ready pre", outcome: "in the queue for a pre-review" },
      { situation: "in review, by the sponsor", text: "/ready draft", outcome: "a draft again" },
      { situation: "in draft, by the author", text: "/ready", outcome: "not-sponsor" },
      { situation: "in draft, by the sponsor", text: "/ready\nbenefit: everybody likes it", outcome: "cannot-be-read" },
    ],
    parse: parseReady,
    authorise: authoriseReady,
    apply: applyReady,
    say,
  },
  "/ready",
);

function say(given: Ready, context: CommandContext): string {
  switch (given.kind) {
    case "draft":
      return "It is a draft.";
    case "pre":
      return "It is in the queue for a pre-review.";
    case "formal": {
      const open = unattested(given, context);
      const missing = `Still without a link: ${open.map((item) => `\`${item}:\``).join(", ")} (R2.5).`;
      return `It is in review, and in the queue.${open.length > 0 ? ` ${missing}` : ""}`;
    }
  }
}

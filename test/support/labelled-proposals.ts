import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { changeClasses } from "../../src/domain/proposal-vocabulary.ts";

const facts = join(import.meta.dirname, "..", "..", "..", "shared", "mcp");

const Label = z.object({
  number: z.int(),
  title: z.string(),
  primary_domain: z.string(),
  acceptable_secondary_domains: z.array(z.string()),
  change_class: z.enum(changeClasses),
  also_acceptable_change_classes: z.array(z.enum(changeClasses)),
  delegable: z.boolean(),
});

/** A real proposal with what fair readers said of it. */
export interface LabelledProposal {
  readonly number: number;
  readonly file: string;
  readonly text: string;
  readonly label: z.infer<typeof Label>;
}

/** The labelled proposals beside the repository; null, to be said by who skips, where they are absent. */
export function readLabelledProposals(): readonly LabelledProposal[] | null {
  const path = join(facts, "dev-labels.yml");
  if (!existsSync(path)) return null;
  const files = ["seps", "texts"].flatMap((folder) => readdirSync(join(facts, folder)).map((name) => join(facts, folder, name)));
  const { labels } = z.object({ labels: z.array(Label) }).parse(parse(readFileSync(path, "utf8")));
  return labels.map((label) => {
    const file = files.find((each) => new RegExp(`[/\\\\]${label.number}[-.]`).test(each));
    if (file === undefined) throw new Error(`No file of proposal ${label.number} beside its label`);
    return { number: label.number, file, text: readFileSync(file, "utf8"), label };
  });
}

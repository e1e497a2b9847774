import { statusMarkerFor } from "../../domain/status-marker.ts";
import { bulleted, code, details, fitBlocks, join, link, type Markdown, md, nothing, table } from "../markdown/index.ts";
import { countOf } from "../names.ts";
import { type Places, renderRules } from "../places.ts";
import { renderRecordFold } from "../record/index.ts";
import { renderEvidenceFold, renderReasons, renderRouteFold } from "./folds.ts";
import { renderHeadline } from "./headline.ts";
import { renderRows } from "./rows.ts";
import type { StatusData } from "./status-data.ts";

/** GitHub refuses comments above 65,536 characters; the rest is room for what a proxy or a later version adds. */
const limit = 60_000;
const shownFiles = 20;

/** The one comment that Steward keeps on a proposal. Ends with the marker by which it is found again. */
export function renderStatus(data: StatusData): string {
  const digest = data.kind === "proposal" ? data.digest : null;
  const foot = [renderFooter(data.places), { markdown: statusMarkerFor({ digest, headSha: data.places.headSha }) }];
  const headline = renderHeadline(data);
  const advice = data.mode === "advise" ? md`*Advice only: in this mode nothing that Steward shows binds anybody.*` : nothing;
  switch (data.kind) {
    case "proposal":
      return fitBlocks({
        head: [headline, advice, table(renderRows(data))],
        optional: [renderRouteFold(data), renderEvidenceFold(data)],
        // Never left out for what others wrote: the record is bounded, and is what the comment ends on.
        foot: [renderRecordFold(data), ...foot],
        limit,
      });
    case "several-proposals":
      return fitBlocks({ head: [headline, advice, listFiles(data.files)], optional: [], foot, limit });
    case "record-change":
      return fitBlocks({
        head: [headline, advice, listFiles(data.files)],
        optional: [details("Why", renderReasons(data.route, data.places))],
        foot,
        limit,
      });
    case "unreadable":
      return fitBlocks({ head: [headline, advice], optional: [], foot, limit });
  }
}

function listFiles(files: readonly string[]): Markdown {
  const shown = files.slice(0, shownFiles).map((file) => code(file));
  const more = files.length > shownFiles ? [md`and ${countOf(files.length - shownFiles, "more file")}`] : [];
  return bulleted([...shown, ...more]);
}

function renderFooter(places: Places): Markdown {
  const record = places.record === null ? nothing : link(md`record`, places.record);
  const parts = [renderRules(places), record, md`kept up to date in place`];
  return md`<sub>${join(parts, " · ")}</sub>`;
}

import type { TextCheck } from "../check.ts";
import { authorMissing } from "./author-missing.ts";
import { authorWithoutHandle } from "./author-without-handle.ts";
import { bidiControl } from "./bidi-control.ts";
import { createdMissing } from "./created-missing.ts";
import { createdUnreadable } from "./created-unreadable.ts";
import { deadAnchor } from "./dead-anchor.ts";
import { extensionGroup } from "./extension-group.ts";
import { extensionMaintainers } from "./extension-maintainers.ts";
import { fieldRepeated } from "./field-repeated.ts";
import { fileName } from "./file-name.ts";
import { fileSlug } from "./file-slug.ts";
import { fileTooLarge } from "./file-too-large.ts";
import { headingMissing } from "./heading-missing.ts";
import { invisibleCharacter } from "./invisible-character.ts";
import { nestingTooDeep } from "./nesting-too-deep.ts";
import { numberContradiction } from "./number-contradiction.ts";
import { numberHalfRenamed } from "./number-half-renamed.ts";
import { numberMissing } from "./number-missing.ts";
import { prContradiction } from "./pr-contradiction.ts";
import { prUnfilled } from "./pr-unfilled.ts";
import { preambleForm } from "./preamble-form.ts";
import { preambleMissing } from "./preamble-missing.ts";
import { prototypeLinkMissing } from "./prototype-link-missing.ts";
import { secondPreamble } from "./second-preamble.ts";
import { secondTitle } from "./second-title.ts";
import { sectionEmpty } from "./section-empty.ts";
import { sectionOrder } from "./section-order.ts";
import { sponsorNone } from "./sponsor-none.ts";
import { sponsorUnreadable } from "./sponsor-unreadable.ts";
import { statusMissing } from "./status-missing.ts";
import { statusUnknown } from "./status-unknown.ts";
import { templateText } from "./template-text.ts";
import { titleLong } from "./title-long.ts";
import { titleMissing } from "./title-missing.ts";
import { titlePlaceholder } from "./title-placeholder.ts";
import { typeMissing } from "./type-missing.ts";
import { typeUnknown } from "./type-unknown.ts";
import { typeWording } from "./type-wording.ts";
import { unfinishedText } from "./unfinished-text.ts";

/** Every check of the text alone; to add one, write its file and list it here. */
export const textChecks: readonly TextCheck[] = [
  fileTooLarge,
  nestingTooDeep,
  bidiControl,
  invisibleCharacter,
  headingMissing,
  titleMissing,
  titlePlaceholder,
  titleLong,
  numberMissing,
  numberContradiction,
  numberHalfRenamed,
  fileName,
  fileSlug,
  preambleMissing,
  preambleForm,
  fieldRepeated,
  statusMissing,
  statusUnknown,
  typeMissing,
  typeUnknown,
  typeWording,
  createdMissing,
  createdUnreadable,
  authorMissing,
  authorWithoutHandle,
  sponsorNone,
  sponsorUnreadable,
  prUnfilled,
  prContradiction,
  secondPreamble,
  secondTitle,
  sectionEmpty,
  sectionOrder,
  templateText,
  unfinishedText,
  prototypeLinkMissing,
  deadAnchor,
  extensionGroup,
  extensionMaintainers,
];

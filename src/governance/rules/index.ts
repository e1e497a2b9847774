import { affiliationSpelling } from "./affiliation-spelling.ts";
import { affiliationTwice } from "./affiliation-twice.ts";
import { amendmentCoversNothing } from "./amendment-covers-nothing.ts";
import { asksOutlastDormancy } from "./asks-outlast-dormancy.ts";
import { authorityWithoutMembers } from "./authority-without-members.ts";
import { authorityWithoutProcedure } from "./authority-without-procedure.ts";
import { charterMissing } from "./charter-missing.ts";
import { confirmationsOutOfReach } from "./confirmations-out-of-reach.ts";
import { consentsOutOfReach } from "./consents-out-of-reach.ts";
import { datesReversed } from "./dates-reversed.ts";
import { delegationEndsSoon } from "./delegation-ends-soon.ts";
import { delegationExpired } from "./delegation-expired.ts";
import { delegationNotAdopted } from "./delegation-not-adopted.ts";
import { delegationNotBegun } from "./delegation-not-begun.ts";
import { delegationOfReservedMatter } from "./delegation-of-reserved-matter.ts";
import { delegationOfUnclear } from "./delegation-of-unclear.ts";
import { delegationOutsideScope } from "./delegation-outside-scope.ts";
import { delegationToIdleGroup } from "./delegation-to-idle-group.ts";
import { delegationToInterestGroup } from "./delegation-to-interest-group.ts";
import { delegationsOverlap } from "./delegations-overlap.ts";
import { domainWithoutSignals } from "./domain-without-signals.ts";
import { duplicateId } from "./duplicate-id.ts";
import { emeritusHoldsLevel } from "./emeritus-holds-level.ts";
import { exclusionOfOwnedDomain } from "./exclusion-of-owned-domain.ts";
import { fallbackTwice } from "./fallback-twice.ts";
import { groupFileName } from "./group-file-name.ts";
import { inescapableState } from "./inescapable-state.ts";
import { interestGroupOwns } from "./interest-group-owns.ts";
import { labelCollision } from "./label-collision.ts";
import { labelTooLong } from "./label-too-long.ts";
import { labelWithoutPrefix } from "./label-without-prefix.ts";
import { ladderCycle } from "./ladder-cycle.ts";
import { mergedGroupActive } from "./merged-group-active.ts";
import { noActiveLead } from "./no-active-lead.ts";
import { nobodyMaySponsor } from "./nobody-may-sponsor.ts";
import { onBlockNeverDecides } from "./on-block-never-decides.ts";
import { oneOrganisation } from "./one-organisation.ts";
import { onePersonAsTwo } from "./one-person-as-two.ts";
import { overlappingTerms } from "./overlapping-terms.ts";
import { oversightWindowUnused } from "./oversight-window-unused.ts";
import { quorumOutOfReach } from "./quorum-out-of-reach.ts";
import { reminderAfterDormancy } from "./reminder-after-dormancy.ts";
import { repeatedEntry } from "./repeated-entry.ts";
import { reservedEverything } from "./reserved-everything.ts";
import { retiredGroupOwns } from "./retired-group-owns.ts";
import type { Rule } from "./rule.ts";
import { sameName } from "./same-name.ts";
import { significantWindowShorter } from "./significant-window-shorter.ts";
import { termEnded } from "./term-ended.ts";
import { termEndsSoon } from "./term-ends-soon.ts";
import { timerWithoutTransition } from "./timer-without-transition.ts";
import { twoOwners } from "./two-owners.ts";
import { unknownAuthority } from "./unknown-authority.ts";
import { unknownDomain } from "./unknown-domain.ts";
import { unknownGroup } from "./unknown-group.ts";
import { unknownLevel } from "./unknown-level.ts";
import { unknownPerson } from "./unknown-person.ts";
import { unknownProcedure } from "./unknown-procedure.ts";
import { unknownState } from "./unknown-state.ts";
import { unknownTimeZone } from "./unknown-time-zone.ts";
import { unpinnedPeople } from "./unpinned-people.ts";
import { unreachableState } from "./unreachable-state.ts";
import { vetoWindowWithoutLength } from "./veto-window-without-length.ts";

/** Every rule of `steward check` beyond YAML and schema, by code. To add one: write its file, its line here, and its cases. */
export const rules: readonly Rule[] = [
  affiliationSpelling,
  affiliationTwice,
  amendmentCoversNothing,
  asksOutlastDormancy,
  authorityWithoutMembers,
  authorityWithoutProcedure,
  charterMissing,
  confirmationsOutOfReach,
  consentsOutOfReach,
  datesReversed,
  delegationEndsSoon,
  delegationExpired,
  delegationNotAdopted,
  delegationNotBegun,
  delegationOfReservedMatter,
  delegationOfUnclear,
  delegationOutsideScope,
  delegationToIdleGroup,
  delegationToInterestGroup,
  delegationsOverlap,
  domainWithoutSignals,
  duplicateId,
  emeritusHoldsLevel,
  exclusionOfOwnedDomain,
  fallbackTwice,
  groupFileName,
  inescapableState,
  interestGroupOwns,
  labelCollision,
  labelTooLong,
  labelWithoutPrefix,
  ladderCycle,
  mergedGroupActive,
  noActiveLead,
  nobodyMaySponsor,
  onBlockNeverDecides,
  oneOrganisation,
  onePersonAsTwo,
  overlappingTerms,
  oversightWindowUnused,
  quorumOutOfReach,
  reminderAfterDormancy,
  repeatedEntry,
  reservedEverything,
  retiredGroupOwns,
  sameName,
  significantWindowShorter,
  termEnded,
  termEndsSoon,
  timerWithoutTransition,
  twoOwners,
  unknownAuthority,
  unknownDomain,
  unknownGroup,
  unknownLevel,
  unknownPerson,
  unknownProcedure,
  unknownState,
  unknownTimeZone,
  unpinnedPeople,
  unreachableState,
  vetoWindowWithoutLength,
];

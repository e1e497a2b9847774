/** A fingerprint with what else a plan depends on: other rules or another version of Steward ask for another look. */
export function storedFingerprint(release: string, governanceTreeId: string | null, digest: string): string {
  return [release, governanceTreeId ?? "none", digest].join("/");
}

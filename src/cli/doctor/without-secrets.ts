/** Whatever a fault's message holds, no secret leaves the program. Short ones would take words out of the text, and are no secrets. */
export function withoutSecrets(secrets: readonly string[]): (text: string) => string {
  const forms = secrets
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), ...lines(secret)])
    .filter((form) => form.length >= 6)
    .toSorted((left, right) => right.length - left.length);
  return (text) => [...new Set(forms)].reduce((shown, form) => shown.replaceAll(form, "[hidden]"), text);
}

/** A key's text may be broken anew by whoever quotes it. */
function lines(secret: string): readonly string[] {
  return secret.split(/\r?\n/).filter((line) => line.length >= 40);
}

import type { DoctorFacts } from "./facts.ts";
import { type Finding, findingsOf } from "./finding.ts";

/** Where GitHub sends deliveries, and whether they arrive. */
export function judgeWebhook({ hook, deliveries }: DoctorFacts): readonly Finding[] {
  return [...judgeAddress(hook), judgeDeliveries(deliveries)];
}

function judgeAddress(hook: DoctorFacts["hook"]): readonly Finding[] {
  const address = findingsOf("webhook", "the App's settings page, Webhook");
  if (!hook.known)
    return [address.warn(`not known: ${hook.why}`, "Look at the App's settings page: the webhook is active, and its address is yours.")];
  const { url, contentType, verifiesCertificate } = hook.value;
  if (url === null)
    return [address.fail("no address is set", "Set the address of your server, with /api/github/webhooks behind it, and make it active.")];
  const endsRight = /\/api\/github\/webhooks\/?$/.test(url);
  return [
    ...(endsRight ? [] : [address.fail(`${shown(url)} is not where Steward listens`, "Let the address end in /api/github/webhooks.")]),
    ...(contentType === "form" ? [address.fail("deliveries come as a form", "Set the content type to application/json.")] : []),
    ...(verifiesCertificate
      ? []
      : [
          address.warn(
            "GitHub does not verify your server's certificate",
            "Enable SSL verification: anybody on the way can read deliveries.",
          ),
        ]),
    ...(endsRight && contentType !== "form" && verifiesCertificate ? [address.ok(shown(url))] : []),
  ];
}

function judgeDeliveries(deliveries: DoctorFacts["deliveries"]): Finding {
  const finding = findingsOf("deliveries", "the App's settings page, Advanced");
  if (!deliveries.known) return finding.warn(`not known: ${deliveries.why}`, "Look at Recent deliveries on the App's settings page.");
  const { total, failed, latest } = deliveries.value;
  if (latest === null)
    return finding.warn(
      "GitHub has sent none lately",
      "Open or label a pull request and look again: then one must have been answered with 202.",
    );
  const words = `${total - failed} of the last ${total} arrived; the newest (${latest.event}, ${latest.at}) was answered with ${latest.status || "nothing"}`;
  if (isFailed(latest.status))
    return finding.fail(
      words,
      `${whyRefused(latest.status)} Redeliver what failed on the same page; a sweep finds the rest within the hour.`,
    );
  return failed === 0 ? finding.ok(words) : finding.warn(words, "See on that page why; a sweep finds within the hour what was missed.");
}

function isFailed(status: number): boolean {
  return status < 200 || status >= 300;
}

function whyRefused(status: number): string {
  if (status === 401 || status === 403) return "WEBHOOK_SECRET differs from the secret on the App's settings page: set the same in both.";
  if (status === 0) return "GitHub cannot reach the server: see that it runs and that its address is public.";
  return "See in Steward's log what it answered.";
}

/** Addresses can carry a password; nobody needs it here. */
function shown(url: string): string {
  const parsed = URL.parse(url);
  return parsed === null ? "the address" : `${parsed.origin}${parsed.pathname}`;
}

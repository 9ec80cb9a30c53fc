import { reasonWords } from './admin-words';

const CLIENT = $localize`:@@admin.failure.client:OAuth client rejected`;

/** The words for refusals by Google and for failures on the way to it, by the server's code. */
const FAILURES: Readonly<Record<string, string>> = {
  invalid_grant: $localize`:@@admin.failure.grant:Access removed, or the person must sign in again`,
  admin_policy_enforced: $localize`:@@admin.failure.policy:Blocked by the organisation`,
  access_denied: $localize`:@@admin.failure.denied:Google did not allow it`,
  invalid_client: CLIENT,
  deleted_client: CLIENT,
  unauthorized_client: CLIENT,
  connection_failed: $localize`:@@admin.failure.unreachable:Google could not be reached`,
  timeout: $localize`:@@admin.failure.timeout:Google did not answer in time`,
  busy: $localize`:@@admin.failure.busy:Not asked, because Google had failed several times`,
  http_429: $localize`:@@admin.failure.rate:Google asked for fewer requests`,
};

/**
 * Returns words for the reason why Google did not renew the access; an unknown code is added, for looking it
 * up.
 */
export function failureWords(code: string | null | undefined): string {
  if (!code) return $localize`:@@admin.failure.none:No usable answer from Google`;
  const words = Object.hasOwn(FAILURES, code) ? FAILURES[code] : undefined;
  return words ?? $localize`:@@admin.failure.other:No usable answer from Google (${code}:code:)`;
}

/** Returns words for the reason of an event; empty if there is none. */
export function reasonOf(event: { readonly type: string; readonly reason?: string | null }): string {
  if (!event.reason) return '';
  return event.type === 'grant_refresh_failed' ? failureWords(event.reason) : reasonWords(event.reason);
}

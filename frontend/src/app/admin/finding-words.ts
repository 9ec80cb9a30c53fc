import { AGAIN, Finding, FindingWords } from './finding';
import { STREAM_WORDS } from './stream-words';

/** The words by check and outcome. A `cure` is shown only if the server has one as well. */
const WORDS: Readonly<Record<string, FindingWords>> = {
  'public_url.https': (value) => ({ detail: value('url') }),
  'public_url.plain_http': (value) => ({
    detail: $localize`:@@admin.finding.public-url.plain-http:${value('url')}:url:: plain http, for a trial on one machine`,
  }),
  'address_in_use.not_seen': (value) => ({
    detail: $localize`:@@admin.finding.address.not-seen:No page of another address than ${value('url')}:url: has called`,
  }),
  'address_in_use.seen': (value) => ({
    detail: $localize`:@@admin.finding.address.seen:Requests refused since the start because they came from pages at another address than ${value('url')}:url:, or claimed to (may be harmless): ${value('count')}:count:`,
    cure: $localize`:@@admin.cure.address:If people do come by another address, redirect it to this one in the proxy. Change holdfast.public-url only if it is wrong: that signs everybody out`,
  }),
  'database.derby': () => ({ detail: $localize`:@@admin.finding.database.derby:Embedded Derby` }),
  'database.postgresql': () => ({ detail: 'PostgreSQL' }),
  'database.derby_in_public': () => ({
    detail: $localize`:@@admin.finding.database.derby-in-public:Embedded Derby serves a public address: only one server, and no backup while it runs`,
    cure: $localize`:@@admin.cure.database:Use PostgreSQL (holdfast.db.kind). People then have to sign in again`,
  }),
  'database_clock.ahead': (value) => ({
    detail: $localize`:@@admin.finding.database-clock.ahead:The database’s clock is ${value('millis')}:millis: ms ahead of this server’s`,
    cure: $localize`:@@admin.cure.database-clock:Set both clocks by NTP`,
  }),
  'database_clock.behind': (value) => ({
    detail: $localize`:@@admin.finding.database-clock.behind:The database’s clock is ${value('millis')}:millis: ms behind this server’s`,
    cure: $localize`:@@admin.cure.database-clock:Set both clocks by NTP`,
  }),
  'encryption_key.not_known_yet': () => ({
    detail: $localize`:@@admin.finding.encryption-key.not-known-yet:The age of the primary encryption key is not known yet`,
  }),
  'encryption_key.in_use': (value) => ({
    detail: $localize`:@@admin.finding.encryption-key.in-use:Days since the primary encryption key came into use: ${value('days')}:days:`,
  }),
  'encryption_key.old': (value) => ({
    detail: $localize`:@@admin.finding.encryption-key.in-use:Days since the primary encryption key came into use: ${value('days')}:days:`,
    cure: $localize`:@@admin.cure.encryption-key:Rotate it, see “Encryption keys” in docs/operate/keys.md`,
  }),
  'signing_keys.on_schedule': () => ({
    detail: $localize`:@@admin.finding.signing-keys.on-schedule:Signing keys are rotated on schedule`,
  }),
  'signing_keys.overdue': () => ({
    detail: $localize`:@@admin.finding.signing-keys.overdue:A signing key has been in use for more than twice its lifetime`,
    cure: $localize`:@@admin.cure.signing-keys:Look for HF0125 in the log: either the database has trouble, or an encryption key is missing on one server`,
  }),
  'consent_screen.in_production': (value) => ({
    detail: $localize`:@@admin.finding.consent-screen.in-production:Connections that ended after seven days: ${value('weeks')}:weeks:`,
  }),
  'consent_screen.testing': (value) => ({
    detail: $localize`:@@admin.finding.consent-screen.testing:Of the last ${value('ended')}:ended: connections that ended, ${value('weeks')}:weeks: did so after seven days: the consent screen seems to be in “Testing”`,
    cure: $localize`:@@admin.cure.consent-screen:Publish the app (“In production”) in the Google Cloud console. Permissions given before that still end after seven days`,
  }),
  'workspace_policy.none': () => ({
    detail: $localize`:@@admin.finding.workspace-policy.none:No connection has ended because of an organisation’s policy`,
  }),
  'workspace_policy.grants_ended': (value) => ({
    detail: $localize`:@@admin.finding.workspace-policy.grants-ended:Connections that need a new sign-in at Google: ${value('asked')}:asked:; blocked by a policy: ${value('blocked')}:blocked:`,
    cure: $localize`:@@admin.cure.workspace-policy:Ask the Workspace administrator to trust this OAuth client (Security, API controls) and to exempt it from session control of Google Cloud services`,
  }),
  'token_budget.far': (value) => ({
    detail: $localize`:@@admin.finding.token-budget:Most refresh tokens issued to one account: ${value('most')}:most:. Google keeps ${value('limit')}:limit:`,
  }),
  'token_budget.near': (value) => ({
    detail: $localize`:@@admin.finding.token-budget:Most refresh tokens issued to one account: ${value('most')}:most:. Google keeps ${value('limit')}:limit:`,
    cure: $localize`:@@admin.cure.token-budget:See “The OAuth client” in docs/operate/google.md: find what asks for consent so often, and give each installation a client of its own`,
  }),
  'client_rejections.none': () => ({
    detail: $localize`:@@admin.finding.client-rejections.none:No connection is waiting for the client to be accepted again`,
  }),
  'client_rejections.rejected': (value) => ({
    detail: $localize`:@@admin.finding.client-rejections.rejected:Connections for which Google has rejected our client: ${value('count')}:count:`,
    cure: $localize`:@@admin.cure.client-rejections:Correct client id and secret. These people then sign in once more, without a new consent`,
  }),
  'proxy.direct': () => ({
    detail: $localize`:@@admin.finding.proxy.direct:Calls to Google go directly, through no proxy`,
  }),
  'proxy.jvm': (value) => ({
    detail: $localize`:@@admin.finding.proxy.jvm:Calls to Google go through the proxy ${value('proxy')}:proxy: (from the JVM’s properties)`,
  }),
  'proxy.set': (value) => ({
    detail: $localize`:@@admin.finding.proxy.set:Calls to Google go through the proxy ${value('proxy')}:proxy: (holdfast.google.proxy, without credentials)`,
  }),
  'proxy.set_with_credentials': (value) => ({
    detail: $localize`:@@admin.finding.proxy.set-with-credentials:Calls to Google go through the proxy ${value('proxy')}:proxy: (holdfast.google.proxy, with credentials)`,
  }),
  'discovery.loaded': (value) => ({
    detail: $localize`:@@admin.finding.discovery.loaded:${value('issuer')}:issuer:: discovery document loaded`,
  }),
  'discovery.unreachable': (value) => ({
    detail: $localize`:@@admin.finding.discovery.unreachable:${value('issuer')}:issuer: cannot be reached: ${value('seen')}:code:`,
    cure: $localize`:@@admin.cure.discovery.unreachable:Check DNS, proxy and firewall on the way to Google`,
  }),
  'discovery.stopped_by_proxy': (value) => ({
    detail: $localize`:@@admin.finding.discovery.unreachable:${value('issuer')}:issuer: cannot be reached: ${value('seen')}:code:`,
    cure: $localize`:@@admin.cure.discovery.stopped-by-proxy:Check holdfast.google.proxy, its credentials file and what the proxy allows`,
  }),
  'discovery.unusable': (value) => ({
    detail: $localize`:@@admin.finding.discovery.unusable:${value('issuer')}:issuer: does not answer with a discovery document of its own: ${value('seen')}:code:`,
    cure: $localize`:@@admin.cure.discovery.unusable:Check holdfast.google.issuer, and what answers at that address`,
  }),
  'google_clock.ahead': (value) => ({
    detail: $localize`:@@admin.finding.google-clock.ahead:Google’s clock is ${value('seconds')}:seconds: s ahead of this server’s`,
    cure: $localize`:@@admin.cure.google-clock:Set this server’s clock by NTP`,
  }),
  'google_clock.behind': (value) => ({
    detail: $localize`:@@admin.finding.google-clock.behind:Google’s clock is ${value('seconds')}:seconds: s behind this server’s`,
    cure: $localize`:@@admin.cure.google-clock:Set this server’s clock by NTP`,
  }),
  'google_clock.unknown': () => ({
    detail: $localize`:@@admin.finding.google-clock.unknown:Google’s answer did not contain the time`,
    cure: AGAIN,
  }),
  'client.accepted': () => ({
    detail: $localize`:@@admin.finding.client.accepted:Google accepts client id and secret`,
  }),
  'client.rejected': () => ({
    detail: $localize`:@@admin.finding.client.rejected:Google rejects client id or secret`,
    cure: $localize`:@@admin.cure.client:Compare holdfast.google.client-id and the secret with the OAuth client in the Google Cloud console`,
  }),
  'client.unknown': () => ({
    detail: $localize`:@@admin.finding.client.unknown:Google’s token endpoint gave no usable answer`,
    cure: AGAIN,
  }),
  'redirect_uri.accepted': (value) => ({
    detail: $localize`:@@admin.finding.redirect-uri.accepted:Google’s sign-in page accepts ${value('uri')}:uri:`,
  }),
  'redirect_uri.rejected': (value) => ({
    detail: $localize`:@@admin.finding.redirect-uri.rejected:Google’s sign-in page refuses a request with ${value('uri')}:uri:`,
    cure: $localize`:@@admin.cure.redirect-uri:Add it, letter for letter, to the client’s authorized redirect URIs, or correct holdfast.public-url. If neither is wrong, check the client id`,
  }),
  'redirect_uri.unknown': (value) => ({
    detail: $localize`:@@admin.finding.redirect-uri.unknown:Google’s sign-in page gave no usable answer about ${value('uri')}:uri:`,
    cure: AGAIN,
  }),
  'drive_api.not_refused': () => ({
    detail: $localize`:@@admin.finding.drive-api.not-refused:Nothing shows that the Google Drive API is switched off`,
  }),
  'drive_api.not_enabled': (value) => ({
    detail: $localize`:@@admin.finding.drive-api.not-enabled:Google refused a call because the Google Drive API is not switched on in this client’s project, last ${value('minutes')}:minutes: min ago`,
    cure: $localize`:@@admin.cure.drive-api:Enable it at ${value('console')}:console:. It takes effect within minutes`,
  }),
  'signals.off': () => ({
    detail: $localize`:@@admin.finding.signals.off:Security signals are switched off`,
  }),
  'signals.not_verified': () => ({
    detail: $localize`:@@admin.finding.signals.not-verified:Security signals are received; no verification event has come`,
  }),
  'signals.verified': (value) => ({
    detail: $localize`:@@admin.finding.signals.verified:Security signals are received; the latest verification event came at ${value('at')}:at: with the state ${value('state')}:state:`,
  }),
  ...STREAM_WORDS,
  'google_apis.not_refused': () => ({
    detail: $localize`:@@admin.finding.google-apis.not-refused:Nothing shows that another Google API is switched off`,
  }),
  'google_apis.not_enabled': (value) => ({
    detail: $localize`:@@admin.finding.google-apis.not-enabled:Google refused a call because an API is not switched on in this client’s project, last ${value('minutes')}:minutes: min ago: ${value('names')}:names:`,
    cure: $localize`:@@admin.cure.google-apis:Enable each at ${value('console')}:console:. It takes effect within minutes`,
  }),
};

/**
 * Returns the finding in words of the page; in those of the server if the page has none, or lacks a value for
 * them.
 */
export function inWords(finding: Finding): Finding {
  const key = `${finding.check}.${finding.outcome ?? ''}`;
  const words = Object.hasOwn(WORDS, key) ? WORDS[key] : undefined;
  if (words === undefined) return finding;
  const missing: string[] = [];
  const { detail, cure } = words((name) => {
    const values = finding.values ?? {};
    if (Object.hasOwn(values, name)) return values[name] ?? '';
    missing.push(name);
    return '';
  });
  if (missing.length > 0) return finding;
  return { ...finding, detail, cure: finding.cure === '' ? '' : (cure ?? finding.cure) };
}

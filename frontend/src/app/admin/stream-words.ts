import { AGAIN, FindingWords } from './finding';

const CONNECT_AGAIN = $localize`:@@admin.cure.signal-stream.again:Connect again`;
const OWN_PROJECT = $localize`:@@admin.cure.signal-stream.own-project:Create the service account in the project of the OAuth client, and use its key`;
const MISFIT = $localize`:@@admin.finding.signal-stream.misfit:Google does not understand the request`;
const REPORT = $localize`:@@admin.cure.signal-stream.report:Report this: Google’s API and this version of Holdfast no longer fit together`;

/** The words about the stream of security signals, by check and outcome. */
export const STREAM_WORDS: Readonly<Record<string, FindingWords>> = {
  'signal_stream.off': () => ({
    detail: $localize`:@@admin.finding.signal-stream.off:Security signals are switched off, so Google cannot deliver any`,
    cure: $localize`:@@admin.cure.signal-stream.off:Set holdfast.google.signals to “on” on all servers, and restart them`,
  }),
  'signal_stream.no_file': () => ({
    detail: $localize`:@@admin.finding.signal-stream.no-file:No key file of a service account is set`,
    cure: $localize`:@@admin.cure.signal-stream.no-file:Set holdfast.google.service-account-file and restart this server`,
  }),
  'signal_stream.unreadable': () => ({
    detail: $localize`:@@admin.finding.signal-stream.unreadable:This server cannot read the file that holdfast.google.service-account-file names`,
    cure: $localize`:@@admin.cure.signal-stream.unreadable:Put the key there, readable for the user that this server runs as`,
  }),
  'signal_stream.no_key': () => ({
    detail: $localize`:@@admin.finding.signal-stream.no-key:The file that holdfast.google.service-account-file names holds no key of a service account`,
    cure: $localize`:@@admin.cure.signal-stream.no-key:Create a JSON key for the service account in the Google Cloud console, and put the downloaded file there unchanged`,
  }),
  'signal_stream.made': (value) => ({
    detail: $localize`:@@admin.finding.signal-stream.made:Google now sends security signals to ${value('url')}:url:`,
  }),
  'signal_stream.repaired': (value) => ({
    detail: $localize`:@@admin.finding.signal-stream.repaired:The stream was repaired: Google sends security signals to ${value('url')}:url:`,
  }),
  'signal_stream.in_place': (value) => ({
    detail: $localize`:@@admin.finding.signal-stream.in-place:Google sends security signals to ${value('url')}:url:, as it did before`,
  }),
  'signal_stream.taken_over': (value) => ({
    detail: $localize`:@@admin.finding.signal-stream.taken-over:Google now sends security signals to ${value('url')}:url: instead of the other installation`,
  }),
  'signal_stream.foreign': (value) => ({
    detail: $localize`:@@admin.finding.signal-stream.foreign:This Google Cloud project already sends its security signals to ${value('found')}:found:. Nothing was changed`,
    cure: $localize`:@@admin.cure.signal-stream.foreign:A project has one stream. Give each installation a project of its own, or replace the other address if nothing needs it any more`,
  }),
  'signal_stream.unknown': (value) => ({
    detail: $localize`:@@admin.finding.signal-stream.unknown:Google gave no usable answer (${value('code')}:code:)`,
    cure: AGAIN,
  }),
  'signal_stream.unauthorized': () => ({
    detail: $localize`:@@admin.finding.signal-stream.unauthorized:Google does not accept the service account’s key`,
    cure: $localize`:@@admin.cure.signal-stream.unauthorized:Check in the Google Cloud console that the key still exists and is enabled, and set this server’s clock by NTP. If both are right, create a new key`,
  }),
  'signal_stream.not_https': (value) => ({
    detail: $localize`:@@admin.finding.signal-stream.not-https:Google delivers to https addresses only, not to ${value('url')}:url:`,
    cure: $localize`:@@admin.cure.signal-stream.not-https:Signals need a public https address. Set holdfast.public-url to it`,
  }),
  'signal_stream.managed_elsewhere': () => ({
    detail: $localize`:@@admin.finding.signal-stream.managed-elsewhere:Firebase manages the security signals of this Google Cloud project`,
    cure: $localize`:@@admin.cure.signal-stream.managed-elsewhere:Give Holdfast a project of its own. If nobody signs in with Google through Firebase, you can instead switch that off there and connect again an hour later`,
  }),
  'signal_stream.project_unknown': () => ({
    detail: $localize`:@@admin.finding.signal-stream.project-unknown:Google cannot find the service account’s project`,
    cure: OWN_PROJECT,
  }),
  'signal_stream.permission_missing': () => ({
    detail: $localize`:@@admin.finding.signal-stream.permission-missing:The service account is not allowed to configure security signals`,
    cure: $localize`:@@admin.cure.signal-stream.permission-missing:Under IAM in the Google Cloud console, give it the role “RISC Configuration Admin” (roles/riscconfigs.admin)`,
  }),
  'signal_stream.no_service_account': () => ({
    detail: $localize`:@@admin.finding.signal-stream.no-service-account:Google accepts this from a service account only`,
    cure: OWN_PROJECT,
  }),
  'signal_stream.domain_not_authorized': (value) => ({
    detail: $localize`:@@admin.finding.signal-stream.domain-not-authorized:The domain of ${value('url')}:url: is not an authorized domain of the project`,
    cure: $localize`:@@admin.cure.signal-stream.domain-not-authorized:Add the domain to the authorized domains of the consent screen, under “Branding” in the Google Cloud console`,
  }),
  'signal_stream.no_oauth_client': () => ({
    detail: $localize`:@@admin.finding.signal-stream.no-oauth-client:The service account’s project has no OAuth client`,
    cure: OWN_PROJECT,
  }),
  'signal_stream.api_not_enabled': () => ({
    detail: $localize`:@@admin.finding.signal-stream.api-not-enabled:The RISC API is not enabled in the service account’s project`,
    cure: $localize`:@@admin.cure.signal-stream.api-not-enabled:Enable it at https://console.cloud.google.com/apis/library/risc.googleapis.com and accept its terms. It takes effect within minutes`,
  }),
  'signal_stream.forbidden': () => ({
    detail: $localize`:@@admin.finding.signal-stream.forbidden:Google refuses this for a reason that Holdfast does not know`,
    cure: $localize`:@@admin.cure.signal-stream.forbidden:Go through “Security signals” in docs/operate/google.md step by step`,
  }),
  'signal_stream.not_found': () => ({
    detail: $localize`:@@admin.finding.signal-stream.not-found:Google no longer finds the stream`,
    cure: CONNECT_AGAIN,
  }),
  'signal_stream.limited': () => ({
    detail: $localize`:@@admin.finding.signal-stream.limited:Google was asked too often`,
    cure: $localize`:@@admin.cure.signal-stream.limited:Connect again in a few minutes`,
  }),
  'signal_stream.incomplete': () => ({
    detail: MISFIT,
    cure: REPORT,
  }),
  'signal_stream.bad_request': () => ({
    detail: MISFIT,
    cure: REPORT,
  }),
  'signal_stream.status_invalid': () => ({
    detail: MISFIT,
    cure: REPORT,
  }),
  'signal_stream.other': () => ({
    detail: MISFIT,
    cure: REPORT,
  }),
};

/** The subjects of the server's checks; an unknown check is shown by its code. */
const NAMES: Readonly<Record<string, string>> = {
  address_in_use: $localize`:@@admin.check.address-in-use:Web address in use`,
  client: $localize`:@@admin.check.client:OAuth client`,
  client_rejections: $localize`:@@admin.check.client-rejections:Rejected OAuth client`,
  consent_screen: $localize`:@@admin.check.consent-screen:Consent screen`,
  database: $localize`:@@admin.check.database:Database`,
  database_clock: $localize`:@@admin.check.database-clock:Clock of the database`,
  discovery: $localize`:@@admin.check.discovery:Google’s discovery document`,
  drive_api: $localize`:@@admin.check.drive-api:Google Drive API`,
  encryption_key: $localize`:@@admin.check.encryption-key:Encryption key`,
  google_apis: $localize`:@@admin.check.google-apis:Other Google APIs`,
  google_clock: $localize`:@@admin.check.google-clock:Clock of Google`,
  proxy: $localize`:@@admin.check.proxy:Proxy to Google`,
  public_url: $localize`:@@admin.check.public-url:Public URL`,
  redirect_uri: $localize`:@@admin.check.redirect-uri:Redirect URI`,
  signals: $localize`:@@admin.check.signals:Security signals`,
  signing_keys: $localize`:@@admin.check.signing-keys:Signing keys`,
  token_budget: $localize`:@@admin.check.token-budget:Refresh tokens per person`,
  workspace_policy: $localize`:@@admin.check.workspace-policy:Google Workspace policies`,
};

/** Returns a heading for a check. */
export function checkName(check: string): string {
  return (Object.hasOwn(NAMES, check) ? NAMES[check] : undefined) ?? check.replaceAll('_', ' ');
}

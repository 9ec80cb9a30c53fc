import { installation } from './installation';

const SCOPES: Readonly<Record<string, string>> = {
  openid: $localize`:@@ui.scope.openid:Confirm your identity`,
  email: $localize`:@@ui.scope.email:See your e-mail address`,
  profile: $localize`:@@ui.scope.profile:See your name`,
  'https://www.googleapis.com/auth/userinfo.email': $localize`:@@ui.scope.email:See your e-mail address`,
  'https://www.googleapis.com/auth/userinfo.profile': $localize`:@@ui.scope.profile:See your name`,
  'https://www.googleapis.com/auth/drive.readonly': $localize`:@@ui.scope.drive-readonly:See and download all your Drive files`,
  'https://www.googleapis.com/auth/calendar': $localize`:@@ui.scope.calendar:See, change and delete your calendars`,
  'https://www.googleapis.com/auth/calendar.readonly': $localize`:@@ui.scope.calendar-readonly:See your calendars`,
  'https://www.googleapis.com/auth/calendar.events': $localize`:@@ui.scope.calendar-events:See and change the events in your calendars`,
  'https://www.googleapis.com/auth/calendar.events.readonly': $localize`:@@ui.scope.calendar-events-readonly:See the events in your calendars`,
  'https://www.googleapis.com/auth/generative-language.peruserquota': $localize`:@@ui.scope.gemini:Ask Gemini on your behalf`,
  'https://www.googleapis.com/auth/drive.metadata.readonly': $localize`:@@ui.scope.drive-names:See the names of your Drive files`,
  'https://www.googleapis.com/auth/drive.metadata': $localize`:@@ui.scope.drive-names-write:See and change the names of your Drive files`,
  'https://www.googleapis.com/auth/drive.file': $localize`:@@ui.scope.drive-file:See the Drive files you chose for ${installation.name}:name:`,
  'https://www.googleapis.com/auth/drive': $localize`:@@ui.scope.drive:See, change and delete your Drive files`,
};

/** Returns what scopes allow, each said once; an unknown scope is named as it is. */
export function scopeWords(scopes: readonly string[]): readonly string[] {
  const words = scopes.map((scope) => (Object.hasOwn(SCOPES, scope) ? SCOPES[scope] : undefined));
  return [
    ...new Set(
      words.map(
        (known, at) => known ?? $localize`:@@ui.scope.other:Another permission: ${scopes[at] ?? ''}:scope:`,
      ),
    ),
  ];
}

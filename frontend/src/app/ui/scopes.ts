const SCOPES: Readonly<Record<string, string>> = {
  openid: 'Know that it is you',
  email: 'See your e-mail address',
  profile: 'See your name',
  'https://www.googleapis.com/auth/userinfo.email': 'See your e-mail address',
  'https://www.googleapis.com/auth/userinfo.profile': 'See your name',
  'https://www.googleapis.com/auth/drive.readonly': 'See and download all your Drive files',
  'https://www.googleapis.com/auth/drive.metadata.readonly': 'See the names of your Drive files',
  'https://www.googleapis.com/auth/drive.metadata': 'See and change the names of your Drive files',
  'https://www.googleapis.com/auth/drive.file': 'See the Drive files you chose for Holdfast',
  'https://www.googleapis.com/auth/drive': 'See, change and delete your Drive files',
};

/** What scopes allow, each said once; one we do not know is named as it is. */
export function scopeWords(scopes: readonly string[]): readonly string[] {
  const words = scopes.map((scope) => (Object.hasOwn(SCOPES, scope) ? SCOPES[scope] : undefined));
  return [...new Set(words.map((known, at) => known ?? `Something else: ${scopes[at] ?? ''}`))];
}

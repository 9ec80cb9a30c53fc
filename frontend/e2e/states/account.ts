import { DRIVE, grant } from './good-day';
import { State, press, refusal } from './state';

const GRANTS: readonly (readonly [string, string, object?])[] = [
  [
    'degraded',
    'Google did not answer the last time',
    { last_failure: { at: '2026-03-03T10:00:00Z', code: 'timeout' } },
  ],
  ['scope_short', 'A permission is missing', { scopes: ['openid'], missing_scopes: [DRIVE] }],
  ['revoked', 'Access removed', { scopes: [], expires_at: '2026-04-01T10:00:00Z' }],
  ['reauth_required', 'Sign in to Google again'],
  ['blocked_by_policy', 'Blocked by your organisation'],
  ['client_rejected', 'Google does not accept Holdfast'],
];

export const ACCOUNT: readonly State[] = [
  { name: 'account', path: '/account', shows: 'Connected' },
  {
    name: 'account-waiting',
    path: '/account',
    answers: { 'GET /api/account': 'never', 'GET /api/google/grant': 'never' },
    shows: 'This browser',
  },
  ...GRANTS.map(([status, shows, more]) => ({
    name: `account-${status.replaceAll('_', '-')}`,
    path: '/account',
    answers: { 'GET /api/google/grant': grant(status, more) },
    shows,
  })),
  {
    name: 'account-not-connected',
    path: '/account',
    answers: { 'GET /api/google/grant': refusal(404, 'not_found') },
    shows: 'Not connected',
  },
  {
    name: 'account-refused',
    path: '/account',
    answers: {
      'GET /api/account': refusal(503, 'storage_unavailable'),
      'GET /api/google/grant': refusal(503, 'storage_unavailable'),
    },
    shows: 'Google connection could not be loaded',
  },
  {
    name: 'account-disconnect',
    path: '/account',
    act: press('Disconnect…'),
    shows: 'Disconnect Holdfast from Google?',
  },
  {
    name: 'account-disconnecting',
    path: '/account',
    answers: { 'DELETE /api/google/grant': 'never' },
    act: press('Disconnect…', /^Disconnect$/),
    shows: 'Disconnecting…',
  },
  {
    name: 'account-still-connected',
    path: '/account',
    answers: { 'DELETE /api/google/grant': refusal(503, 'storage_unavailable') },
    act: press('Disconnect…', /^Disconnect$/),
    shows: 'You may still be connected',
  },
  { name: 'account-erase', path: '/account', act: press('Delete your account…'), shows: 'cannot be undone' },
  {
    name: 'account-not-erased',
    path: '/account',
    answers: { 'DELETE /api/account': refusal(503, 'storage_unavailable') },
    act: async (page) => {
      await press('Delete your account…')(page);
      await page.getByRole('checkbox').check();
      await press('Delete everything')(page);
    },
    shows: 'may not be deleted yet',
  },
  {
    name: 'account-still-in',
    path: '/account',
    answers: { 'POST /auth/logout': { status: 503 } },
    act: press('Sign out'),
    shows: 'you are still signed in',
  },
];

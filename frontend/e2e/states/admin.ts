import { GOOD_DAY, SESSIONS, grant } from './good-day';
import { Answer, State, press, refusal } from './state';

const ADA = '0190d2a0-0000-7000-8000-000000000001';
const EXAMPLE = `/api/admin/accounts/${ADA}`;
const CLAIMS = btoa(JSON.stringify({ groups: ['user', 'admin'] }));

const REFRESH = 'POST /auth/token/refresh';
const token = (GOOD_DAY[REFRESH] as { readonly body: object }).body;

function account(id: string, more: object = {}): object {
  return {
    id,
    email: 'ada.okafor.with.a.long.address@department.subsidiary.mail.example',
    name: 'Ada Okafor',
    hosted_domain: 'mail.example',
    created_at: '2026-01-02T09:00:00Z',
    signed_in_at: '2026-03-02T09:00:00Z',
    disabled_at: null,
    grant_status: 'active',
    live_sessions: 2,
    ...more,
  };
}

const TROUBLED = {
  ...(grant('reauth_required') as { readonly body: object }).body,
  last_failure_at: '2026-03-03T10:00:00Z',
  last_failure_code: 'invalid_grant',
  refresh_tokens_issued: 51,
};

function details(more: object = {}): Answer {
  return { body: { account: account(ADA, more), grant: TROUBLED } };
}

const FINDINGS = [
  ['client', 'trouble', 'Google rejects client id or secret', 'Compare them with the console'],
  ['public_url', 'warning', 'http://localhost:9080 is plain http', 'Put a proxy in front'],
  ['google_clock', 'unknown', 'Google did not say what time it is', 'Try again'],
  ['database', 'fine', 'PostgreSQL', ''],
].map(([check, verdict, detail, cure]) => ({ check, verdict, detail, cure }));

const AS_ADMINISTRATOR: Readonly<Record<string, Answer>> = {
  [REFRESH]: { body: { ...token, access_token: `e30.${CLAIMS}.c2ln` } },
  'GET /api/admin/accounts': {
    body: {
      accounts: [
        account(ADA),
        account('a2', {
          name: null,
          disabled_at: '2026-03-03T10:00:00Z',
          grant_status: null,
          live_sessions: 0,
        }),
        account('a3', { name: 'an_unbroken_name_that_is_much_longer_than_a_narrow_screen_is_wide' }),
      ],
      next: 'more',
    },
  },
  [`GET ${EXAMPLE}`]: details(),
  [`GET ${EXAMPLE}/sessions`]: { body: { sessions: SESSIONS } },
  [`GET ${EXAMPLE}/activity`]: GOOD_DAY['GET /api/account/activity'] ?? 'never',
  'GET /api/admin/doctor': { body: { checked_at: '2026-03-03T10:00:00Z', findings: FINDINGS } },
};

function admin(state: State): State {
  return { ...state, answers: { ...AS_ADMINISTRATOR, ...state.answers } };
}

export const ADMIN: readonly State[] = [
  { name: 'admin-accounts', path: '/admin/accounts', shows: 'Disabled' },
  {
    name: 'admin-accounts-none',
    path: '/admin/accounts?q=nobody',
    answers: { 'GET /api/admin/accounts': { body: { accounts: [], next: null } } },
    shows: 'Nobody matches this',
  },
  {
    name: 'admin-accounts-refused',
    path: '/admin/accounts',
    answers: { 'GET /api/admin/accounts': refusal(503, 'storage_unavailable', { retry_after: 5 }) },
    shows: 'The accounts could not be loaded',
  },
  { name: 'admin-account', path: `/admin/accounts/${ADA}`, shows: 'A used-up refresh token came back' },
  {
    name: 'admin-account-disabled',
    path: `/admin/accounts/${ADA}`,
    answers: {
      [`GET ${EXAMPLE}`]: details({ disabled_at: '2026-03-03T10:00:00Z' }),
      [`GET ${EXAMPLE}/sessions`]: { body: { sessions: [] } },
      [`GET ${EXAMPLE}/activity`]: { body: { events: [], next: null } },
    },
    shows: 'Nobody can sign in with this account',
  },
  {
    name: 'admin-account-unknown',
    path: `/admin/accounts/${ADA}`,
    answers: { [`GET ${EXAMPLE}`]: refusal(404, 'not_found') },
    shows: 'The account could not be loaded',
  },
  {
    name: 'admin-account-disabling',
    path: `/admin/accounts/${ADA}`,
    act: press('Disable the account…'),
    shows: 'Disable this account?',
  },
  {
    name: 'admin-account-own',
    path: `/admin/accounts/${ADA}`,
    answers: { [`PUT ${EXAMPLE}/disabled`]: refusal(409, 'own_account') },
    act: press('Disable the account…', /^Disable$/),
    shows: 'Another administrator can',
  },
  { name: 'admin-check-up', path: '/admin/doctor', shows: 'Compare them with the console' },
  {
    name: 'admin-check-up-refused',
    path: '/admin/doctor',
    answers: { 'GET /api/admin/doctor': refusal(503, 'storage_unavailable') },
    shows: 'The check-up could not be made',
  },
  {
    name: 'admin-no-such-page',
    path: '/admin/accounts',
    answers: { [REFRESH]: GOOD_DAY[REFRESH] ?? 'never' },
    shows: 'There is no such page',
  },
].map(admin);

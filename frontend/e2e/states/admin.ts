import { GOOD_DAY, SESSIONS, grant } from './good-day';
import { FOREIGN, SIGNALS } from './signals';
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

const BRUNO = { id: 'b1', email: 'bruno.fernhill@fernhill.example', name: 'Bruno Fernhill' };
const WHOM = { id: ADA, email: 'ada@mail.example', name: 'Ada Okafor' };
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36';

const ENTRIES = [
  ['account_disabled', WHOM],
  ['account_enabled', { id: ADA, email: null, name: null }],
  ['sessions_ended', { ...WHOM, name: 'an_unbroken_name_that_is_much_longer_than_a_narrow_screen_is_wide' }],
  ['session_ended', WHOM],
  ['grant_checked', WHOM],
  ['refused', null],
  ['account_viewed', WHOM],
].map(([type, account], index) => ({
  id: `e${index}`,
  at: `2026-03-0${9 - index}T10:00:00Z`,
  type,
  admin: BRUNO,
  account,
  session_id: null,
  address: index === 1 ? null : '2001:db8:85a3:8d3:1319:8a2e:370:7348',
  user_agent: index === 1 ? null : WINDOWS,
}));

const OVERVIEW = {
  counted_at: '2026-03-03T10:00:00Z',
  accounts: 1204,
  disabled: 2,
  frozen: 1,
  live_sessions: 986,
  grants: {
    active: 1190,
    degraded: 4,
    scope_short: 1,
    revoked: 2,
    reauth_required: 3,
    blocked_by_policy: 0,
    client_rejected: 0,
    none: 4,
  },
};

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
        account('a6', { name: 'Carmen Ruiz', frozen_at: '2026-03-03T10:00:00Z', live_sessions: 0 }),
        account('a4', { grant_status: 'degraded', name: 'Emi Tanaka', live_sessions: 1 }),
        account('a5', { grant_status: 'reauth_required', name: 'Dmitri Volkov' }),
        account('a3', { name: 'an_unbroken_name_that_is_much_longer_than_a_narrow_screen_is_wide' }),
      ],
      next: 'more',
    },
  },
  [`GET ${EXAMPLE}`]: details(),
  [`GET ${EXAMPLE}/sessions`]: { body: { sessions: SESSIONS } },
  [`GET ${EXAMPLE}/activity`]: GOOD_DAY['GET /api/account/activity'] ?? 'never',
  'GET /api/account': { body: { id: 'b1' } },
  'GET /api/admin/overview': { body: OVERVIEW },
  'GET /api/admin/audit': { body: { entries: ENTRIES, next: 'more' } },
  'GET /api/admin/doctor': {
    body: { checked_at: '2026-03-03T10:00:00Z', version: '1.0.0', findings: FINDINGS },
  },
  'GET /api/admin/doctor/signals': SIGNALS,
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
    shows: 'No account matches',
  },
  {
    name: 'admin-accounts-refused',
    path: '/admin/accounts',
    answers: { 'GET /api/admin/accounts': refusal(503, 'storage_unavailable', { retry_after: 5 }) },
    shows: 'The accounts could not be loaded',
  },
  { name: 'admin-account', path: `/admin/accounts/${ADA}`, shows: 'A stolen or copied session was blocked' },
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
    name: 'admin-account-frozen',
    path: `/admin/accounts/${ADA}`,
    answers: {
      [`GET ${EXAMPLE}`]: details({ frozen_at: '2026-03-03T10:00:00Z' }),
      [`GET ${EXAMPLE}/sessions`]: { body: { sessions: [] } },
    },
    shows: 'Unfreeze account',
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
    act: press('Disable account…'),
    shows: 'Disable the account of Ada Okafor?',
  },
  {
    name: 'admin-account-own',
    path: `/admin/accounts/${ADA}`,
    answers: { 'GET /api/account': { body: { id: ADA } } },
    shows: 'This is your own account',
  },
  {
    name: 'admin-account-not-disabled',
    path: `/admin/accounts/${ADA}`,
    answers: { [`PUT ${EXAMPLE}/disabled`]: refusal(503, 'storage_unavailable') },
    act: press('Disable account…', /^Disable account$/),
    shows: 'The account may not have been changed',
  },
  {
    name: 'admin-session-ending',
    path: `/admin/accounts/${ADA}`,
    act: press(/^End session…/),
    shows: 'End this session of Ada Okafor?',
  },
  {
    name: 'admin-session-ended',
    path: `/admin/accounts/${ADA}`,
    answers: { [`DELETE ${EXAMPLE}/sessions/s1`]: { status: 200 } },
    act: press(/^End session…/, /^End session$/),
    shows: 'Ended the session of Ada Okafor',
  },
  {
    name: 'admin-grant-checked',
    path: `/admin/accounts/${ADA}`,
    answers: {
      [`POST ${EXAMPLE}/grant/check`]: {
        body: { checked_at: new Date().toISOString(), grant: { ...TROUBLED, status: 'active' } },
      },
    },
    act: press('Check now'),
    shows: 'Checked',
  },
  {
    name: 'admin-grant-not-checked',
    path: `/admin/accounts/${ADA}`,
    answers: { [`POST ${EXAMPLE}/grant/check`]: refusal(503, 'google_unavailable') },
    act: press('Check now'),
    shows: 'The connection could not be checked',
  },
  { name: 'admin-audit', path: '/admin/audit', shows: 'Access to administration refused' },
  {
    name: 'admin-audit-filtered',
    path: `/admin/audit?admin=b1&account=${ADA}&type=session_ended`,
    shows: 'By: Bruno Fernhill',
  },
  {
    name: 'admin-audit-none',
    path: '/admin/audit?type=refused',
    answers: { 'GET /api/admin/audit': { body: { entries: [], next: null } } },
    shows: 'No entries match',
  },
  {
    name: 'admin-audit-failed',
    path: '/admin/audit',
    answers: { 'GET /api/admin/audit': refusal(503, 'storage_unavailable', { retry_after: 5 }) },
    shows: 'The audit log could not be loaded',
  },
  { name: 'admin-check-up', path: '/admin/doctor', shows: 'Compare them with the console' },
  {
    name: 'admin-signals-foreign',
    path: '/admin/doctor',
    answers: { 'POST /api/admin/doctor/signals': FOREIGN },
    act: press('Connect'),
    shows: 'Nothing was changed',
  },
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

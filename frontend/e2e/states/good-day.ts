import { Answer } from './state';

export const DRIVE = 'https://www.googleapis.com/auth/drive.readonly';
const GOOGLE_APPS = 'application/vnd.google-apps.';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36';
const PHONE = 'Mozilla/5.0 (Linux; Android 16; K) AppleWebKit/537.36 Chrome/156.0.0.0 Mobile Safari/537.36';
const UNKNOWN =
  'SomethingNobodyKnows/1.0 (an-unbroken-word-that-is-much-longer-than-a-narrow-screen-is-wide)';

const FILES = [
  ['Quarterly report', `${GOOGLE_APPS}document`, null],
  [
    'an_unbroken_name_that_is_much_longer_than_a_narrow_screen_is_wide_final_v2.pdf',
    'application/pdf',
    48_123,
  ],
  ['Holiday photographs', `${GOOGLE_APPS}folder`, null],
  ['Wedding, uncut.mov', 'video/quicktime', 7_340_032_000],
  ['budget.csv', 'text/csv', 812],
].map(([name, mime_type, size], index) => ({
  id: `f${index}`,
  name,
  mime_type,
  size,
  modified_at: `2026-03-0${index + 1}T10:00:00Z`,
  web_view_link: `https://drive.google.com/file/d/f${index}/view`,
  owned_by_me: index % 2 === 0,
  shared_drive: false,
}));

const ACCOUNT = {
  id: '0190d2a0-0000-7000-8000-000000000001',
  email: 'ada.okafor.with.a.long.address@department.subsidiary.mail.example',
  name: 'Ada Okafor',
  hosted_domain: 'mail.example',
  created_at: '2026-01-02T09:00:00Z',
};

/** Returns an answer about the connection to Google. */
export function grant(status: string, more: object = {}): Answer {
  const granted_at = '2026-01-02T09:00:00Z';
  const good = {
    status,
    scopes: ['openid', 'email', 'profile', DRIVE],
    missing_scopes: [],
    access_token_expires_at: '2026-03-03T11:00:00Z',
    last_refreshed_at: '2026-03-03T10:00:00Z',
    last_failure: null,
    granted_at,
    expires_at: null,
  };
  return { body: { ...good, ...more } };
}

function session(id: string, user_agent: string | null, current = false): object {
  return {
    id,
    current,
    created_at: '2026-03-01T10:00:00Z',
    last_refreshed_at: '2026-03-03T10:00:00Z',
    expires_at: '2026-03-10T10:00:00Z',
    ends_at: '2026-03-31T10:00:00Z',
    user_agent,
    address: current ? '192.0.2.17' : '2001:db8:85a3:8d3:1319:8a2e:370:7348',
  };
}

export const SESSIONS = [
  session('s1', WINDOWS, true),
  session('s2', PHONE),
  session('s3', UNKNOWN),
  session('s4', null),
];

const EVENTS = [
  ['signed_in', null],
  ['session_ended', 'ended_elsewhere'],
  ['session_ended', 'token_reused'],
  ['token_reuse_detected', null],
  ['grant_healed', null],
  ['grant_refresh_failed', 'timeout'],
  ['grant_lost', 'google_revoked'],
  ['disconnected', null],
  ['never_heard_of', 'neither'],
].map(([type, reason], index) => ({
  // A recent time, so that the page still tells why the last session ended.
  at: new Date(Date.now() - (index + 1) * 5 * 3_600_000).toISOString(),
  type,
  reason,
  session_id: null,
  address: '192.0.2.17',
  user_agent: index % 3 === 2 ? UNKNOWN : WINDOWS,
}));

/** The answers of a good day. */
export const GOOD_DAY: Readonly<Record<string, Answer>> = {
  'POST /auth/token/refresh': {
    body: {
      access_token: 'made-up',
      token_type: 'Bearer',
      expires_in: 300,
      session_id: 's1',
      session_expires_at: '2099-01-01T00:00:00Z',
      session_ends_at: '2099-01-24T00:00:00Z',
    },
  },
  'GET /api/drive/files': { body: { files: FILES, next_page_token: 'more' } },
  'GET /api/account': { body: ACCOUNT },
  'GET /api/google/grant': grant('active'),
  'GET /api/sessions': { body: { sessions: SESSIONS } },
  'GET /api/account/activity': { body: { events: EVENTS, next: 'more' } },
};

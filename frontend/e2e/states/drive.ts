import { DRIVE } from './good-day';
import { State, press, refusal } from './state';

const FILES_REFUSED: readonly (readonly [number, string, string, object?])[] = [
  [400, 'invalid_request', 'may be out of date'],
  [403, 'cross_site_request', 'does not trust'],
  [
    403,
    'google_scope_missing',
    'Allow it at Google',
    { missing_scopes: [DRIVE], sign_in: '/auth/login?scope=x' },
  ],
  [403, 'google_forbidden', 'did not say why'],
  [429, 'google_rate_limited', 'slow down', { retry_after: 120 }],
  [500, 'internal_error', 'went wrong on our side'],
  [502, 'google_error', 'cannot use'],
  [502, 'google_not_enabled', 'not set up completely'],
  [503, 'google_unavailable', 'Google is not answering', { retry_after: 30 }],
  [503, 'storage_unavailable', 'its own storage'],
];

const TEAM_FILE = {
  id: 't1',
  name: 'Team report.pdf',
  mime_type: 'application/pdf',
  size: 81_234,
  modified_at: '2026-03-01T10:00:00Z',
  web_view_link: 'https://drive.google.com/file/d/t1/view',
  owned_by_me: null,
  shared_drive: true,
};

/** The reasons of Google for a refusal, with words that the page then shows. */
const REFUSED_BECAUSE: readonly (readonly [string, string])[] = [
  ['abusive', 'malware or spam'],
  ['download_quota', 'too often'],
  ['domain_policy', 'Your organisation'],
  ['app_not_authorized', 'that you opened with it'],
  ['not_downloadable_by_you', 'but not download it'],
  ['shared_drive_membership', 'not a member of'],
  ['no_permission', 'share it with you'],
];

const IN_A_FOLDER = { 'GET /api/drive/files?folder': { body: { files: [TEAM_FILE] } } } as const;

export const DRIVE_FILES: readonly State[] = [
  { name: 'files', path: '/files', shows: 'Quarterly report' },
  {
    name: 'files-waiting',
    path: '/files',
    answers: { 'GET /api/drive/files': 'never' },
    shows: 'Loading your files',
  },
  {
    name: 'files-none',
    path: '/files',
    answers: { 'GET /api/drive/files': { body: { files: [] } } },
    shows: 'no files yet',
  },
  {
    name: 'files-not-found',
    path: '/files?q=unicorn',
    answers: { 'GET /api/drive/files': { body: { files: [] } } },
    shows: 'No file matches',
  },
  {
    name: 'files-none-yet',
    path: '/files?q=unicorn',
    answers: { 'GET /api/drive/files': { body: { files: [], next_page_token: 'more' } } },
    shows: 'not looked through everything yet',
  },
  {
    name: 'files-incomplete',
    path: '/files?q=report',
    answers: { 'GET /api/drive/files': { body: { files: [TEAM_FILE], incomplete: true } } },
    shows: 'did not search everywhere',
  },
  {
    name: 'files-in-a-folder',
    path: '/files',
    answers: IN_A_FOLDER,
    act: (page) => page.getByRole('link', { name: 'Holiday photographs' }).click(),
    shows: 'Team report.pdf',
  },
  {
    name: 'files-in-a-folder-without-a-name',
    path: '/files?folder=f2&sort=name',
    answers: IN_A_FOLDER,
    shows: 'Team report.pdf',
  },
  {
    name: 'files-none-in-a-folder',
    path: '/files?folder=f2',
    answers: { 'GET /api/drive/files?folder': { body: { files: [] } } },
    shows: 'This folder is empty',
  },
  {
    name: 'files-none-of-a-kind',
    path: '/files?kind=audio',
    answers: { 'GET /api/drive/files?kind': { body: { files: [] } } },
    shows: 'no files of this kind',
  },
  {
    name: 'files-folder-gone',
    path: '/files?folder=f2',
    answers: { 'GET /api/drive/files?folder': refusal(404, 'not_found') },
    shows: 'not there any more',
  },
  {
    name: 'files-menu',
    path: '/files',
    act: press('More for Quarterly report'),
    shows: 'Download as Word',
  },
  {
    name: 'files-slow',
    path: '/files',
    answers: { 'GET /api/drive/files': 'never' },
    act: (page) => page.getByRole('button', { name: 'Stop' }).waitFor(),
    shows: 'This takes longer than usual',
  },
  {
    name: 'files-stopped',
    path: '/files',
    answers: { 'GET /api/drive/files': 'never' },
    act: press('Stop'),
    shows: 'You stopped waiting',
  },
  ...FILES_REFUSED.map(([status, code, shows, more]) => ({
    name: `files-${code.replaceAll('_', '-')}`,
    path: '/files',
    answers: { 'GET /api/drive/files': refusal(status, code, more) },
    shows,
  })),
  {
    name: 'files-more-waiting',
    path: '/files',
    answers: { 'GET /api/drive/files?pageToken': 'never' },
    act: press('Load more'),
    shows: 'Showing 5 files',
  },
  {
    name: 'files-more-refused',
    path: '/files',
    answers: { 'GET /api/drive/files?pageToken': refusal(503, 'google_unavailable', { retry_after: 30 }) },
    act: press('Load more'),
    shows: 'More files could not be loaded',
  },
  {
    name: 'files-downloading',
    path: '/files',
    answers: { 'GET /api/drive/files/f1/content': 'never' },
    act: press(/^Download an_unbroken/),
    shows: 'Starting the download',
  },
  {
    name: 'files-not-downloadable',
    path: '/files',
    answers: {
      'GET /api/drive/files/f0/content': refusal(409, 'not_downloadable', {
        web_view_link: 'https://drive.google.com/file/d/f0/view',
      }),
    },
    act: press('Download Quarterly report'),
    shows: 'only up to 10 MB',
  },
  ...REFUSED_BECAUSE.map(([google_reason, shows]) => ({
    name: `files-refused-${google_reason.replaceAll('_', '-')}`,
    path: '/files',
    answers: {
      'GET /api/drive/files/f4/content': refusal(403, 'google_forbidden', {
        google_reason,
        web_view_link: 'https://drive.google.com/file/d/f4/view',
      }),
    },
    act: press('Download budget.csv'),
    shows,
  })),
  {
    name: 'files-converting',
    path: '/files',
    answers: { 'GET /api/drive/files/f0/content': 'never' },
    act: press('Download Quarterly report'),
    shows: 'Google is converting',
  },
  {
    name: 'files-gone',
    path: '/files',
    answers: { 'GET /api/drive/files/f4/content': refusal(404, 'not_found') },
    act: press('Download budget.csv'),
    shows: 'not there any more',
  },
  {
    name: 'files-downloaded',
    path: '/files',
    answers: { 'GET /api/drive/files/f4/content': { body: 'a,b' } },
    act: press('Download budget.csv'),
    shows: 'Downloaded, ',
  },
];

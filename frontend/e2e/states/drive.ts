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
  [403, 'google_forbidden', 'does not allow this'],
  [429, 'google_rate_limited', 'possible in', { retry_after: 120 }],
  [500, 'internal_error', 'went wrong on our side'],
  [502, 'google_error', 'could not use'],
  [503, 'google_unavailable', 'Google is not answering', { retry_after: 30 }],
  [503, 'storage_unavailable', 'its own storage'],
];

export const DRIVE_FILES: readonly State[] = [
  { name: 'files', path: '/files', shows: 'Quarterly report' },
  {
    name: 'files-waiting',
    path: '/files',
    answers: { 'GET /api/drive/files': 'never' },
    shows: 'Asking Google',
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
    shows: 'there are more',
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
    shows: 'received',
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
    shows: 'cannot be downloaded',
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

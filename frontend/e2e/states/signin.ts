import { DRIVE, grant } from './good-day';
import { NOBODY, State } from './state';

export const SIGN_IN: readonly State[] = [
  { name: 'login', path: '/login', answers: NOBODY, shows: 'What Google will ask you' },
  { name: 'login-info', path: '/login?reason=idle', answers: NOBODY, shows: 'You’ve been signed out' },
  {
    name: 'login-warning',
    path: '/login?reason=token_reused',
    answers: NOBODY,
    shows: 'We ended your session to protect you',
  },
  {
    name: 'login-another-account',
    path: '/login?reason=google_policy',
    answers: NOBODY,
    shows: 'Use another account',
  },
  {
    name: 'login-not-now',
    path: '/login?reason=google_client_rejected',
    answers: NOBODY,
    shows: 'a problem on our side',
  },
  {
    name: 'login-cookies-missing',
    path: '/login?reason=cookies_missing&return_to=%2Ffiles',
    answers: NOBODY,
    shows: 'Allow cookies for this site',
  },
  {
    name: 'login-unfolded',
    path: '/login?reason=signed_out',
    answers: NOBODY,
    act: (page) => page.getByText('What Google will ask you').click(),
    shows: 'To stay connected',
  },
  { name: 'login-still-in', path: '/login?reason=cancelled', shows: 'You are still signed in' },
  {
    name: 'login-other-account',
    path: '/login?reason=other_account&return_to=%2Ffiles',
    answers: { 'GET /api/google/grant': grant('scope_short', { missing_scopes: [DRIVE] }) },
    shows: 'Use another account',
  },
  { name: 'nowhere', path: '/nowhere', shows: 'There is no such page' },
];

import { NOBODY, State } from './state';

export const SIGN_IN: readonly State[] = [
  { name: 'login', path: '/login', answers: NOBODY, shows: 'What Google will ask you' },
  { name: 'login-info', path: '/login?reason=idle', answers: NOBODY, shows: 'away for a long time' },
  {
    name: 'login-warning',
    path: '/login?reason=token_reused',
    answers: NOBODY,
    shows: 'a copy of your session',
  },
  { name: 'login-still-in', path: '/login?reason=cancelled', shows: 'You are still signed in' },
  { name: 'nowhere', path: '/nowhere', shows: 'There is no such page' },
];

import { SESSIONS } from './good-day';
import { State, press, refusal } from './state';

export const SESSION: readonly State[] = [
  { name: 'sessions', path: '/sessions', shows: 'Chrome on Android' },
  {
    name: 'sessions-waiting',
    path: '/sessions',
    answers: { 'GET /api/sessions': 'never' },
    shows: 'Your sessions',
  },
  {
    name: 'sessions-only-this',
    path: '/sessions',
    answers: { 'GET /api/sessions': { body: { sessions: SESSIONS.slice(0, 1) } } },
    shows: 'You are not signed in anywhere else',
  },
  {
    name: 'sessions-refused',
    path: '/sessions',
    answers: { 'GET /api/sessions': refusal(503, 'storage_unavailable', { retry_after: 5 }) },
    shows: 'Your sessions could not be loaded',
  },
  {
    name: 'sessions-not-ended',
    path: '/sessions',
    answers: { 'DELETE /api/sessions/s2': refusal(503, 'storage_unavailable') },
    act: press(/^Sign out the session on Chrome on Android/),
    shows: 'The session may not have ended',
  },
  {
    name: 'sessions-ending',
    path: '/sessions',
    answers: { 'DELETE /api/sessions/s2': 'never' },
    act: press(/^Sign out the session on Chrome on Android/),
    shows: 'Signing out…',
  },
  {
    name: 'sessions-end-others',
    path: '/sessions',
    act: press('Sign out everywhere else…'),
    shows: 'Sign out everywhere else?',
  },
  {
    name: 'sessions-others-not-ended',
    path: '/sessions',
    answers: { 'DELETE /api/sessions': refusal(503, 'storage_unavailable') },
    act: press('Sign out everywhere else…', /^Sign out everywhere else$/),
    shows: 'The other sessions may not have ended',
  },
];

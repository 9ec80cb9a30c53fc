import { SESSIONS } from './good-day';
import { State, press, refusal } from './state';

export const SESSION: readonly State[] = [
  { name: 'sessions', path: '/sessions', shows: 'Chrome on Android' },
  {
    name: 'sessions-waiting',
    path: '/sessions',
    answers: { 'GET /api/sessions': 'never' },
    shows: 'My sessions',
  },
  {
    name: 'sessions-only-this',
    path: '/sessions',
    answers: { 'GET /api/sessions': { body: { sessions: SESSIONS.slice(0, 1) } } },
    shows: 'nowhere else',
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
    act: press(/^End the session on Chrome on Android/),
    shows: 'The session may not have ended',
  },
  {
    name: 'sessions-ending',
    path: '/sessions',
    answers: { 'DELETE /api/sessions/s2': 'never' },
    act: press(/^End the session on Chrome on Android/),
    shows: 'Ending…',
  },
  {
    name: 'sessions-end-others',
    path: '/sessions',
    act: press('End all others…'),
    shows: 'End all other sessions?',
  },
  {
    name: 'sessions-others-not-ended',
    path: '/sessions',
    answers: { 'DELETE /api/sessions': refusal(503, 'storage_unavailable') },
    act: press('End all others…', /^End all others$/),
    shows: 'The other sessions may not have ended',
  },
];

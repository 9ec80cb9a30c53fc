import { State, press, refusal } from './state';

export const ACTIVITY: readonly State[] = [
  { name: 'activity', path: '/activity', shows: 'Why were you signed out?' },
  {
    name: 'activity-waiting',
    path: '/activity',
    answers: { 'GET /api/account/activity': 'never' },
    shows: 'Your activity',
  },
  {
    name: 'activity-none',
    path: '/activity',
    answers: { 'GET /api/account/activity': { body: { events: [], next: null } } },
    shows: 'Nothing has happened yet',
  },
  {
    name: 'activity-refused',
    path: '/activity',
    answers: { 'GET /api/account/activity': refusal(503, 'storage_unavailable') },
    shows: 'Your activity could not be loaded',
  },
  {
    name: 'activity-more-refused',
    path: '/activity',
    answers: { 'GET /api/account/activity?before': refusal(503, 'storage_unavailable') },
    act: press('Show more'),
    shows: 'Earlier activity could not be loaded',
  },
];

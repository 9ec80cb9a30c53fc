import { State, refusal } from './state';

const EVENTS = 'GET /api/google/calendar/calendars/primary/events';

const LIST = [
  {
    id: '1',
    summary: 'Stand-up',
    start: { dateTime: '2026-12-01T09:00:00Z' },
    end: { dateTime: '2026-12-01T09:15:00Z' },
  },
  {
    id: '2',
    summary: 'An_unbroken_title_that_is_much_longer_than_a_narrow_screen_is_wide_with_everybody',
    location: 'Room 4, second floor',
    start: { dateTime: '2026-12-01T13:00:00Z' },
    end: { dateTime: '2026-12-01T14:30:00Z' },
  },
  { id: '3', summary: 'Company holiday', start: { date: '2026-12-24' }, end: { date: '2026-12-25' } },
];

/** A page over another API of Google, by the gateway alone. */
export const MEETINGS: readonly State[] = [
  {
    name: 'meetings',
    path: '/meetings',
    answers: { [EVENTS]: { body: { items: LIST } } },
    shows: 'Stand-up',
  },
  {
    name: 'meetings-waiting',
    path: '/meetings',
    answers: { [EVENTS]: 'never' },
    shows: 'Next meetings',
  },
  {
    name: 'meetings-none',
    path: '/meetings',
    answers: { [EVENTS]: { body: { items: [] } } },
    shows: 'No meetings ahead',
  },
  {
    name: 'meetings-not-set-up',
    path: '/meetings',
    answers: { [EVENTS]: refusal(404, 'not_found') },
    shows: 'not set up here',
  },
  {
    name: 'meetings-not-allowed-yet',
    path: '/meetings',
    answers: {
      [EVENTS]: refusal(403, 'google_scope_missing', {
        missing_scopes: ['https://www.googleapis.com/auth/calendar.readonly'],
        sign_in: '/auth/login?scope=x',
      }),
    },
    shows: 'See your calendars',
  },
  {
    name: 'meetings-refused',
    path: '/meetings',
    answers: { [EVENTS]: refusal(503, 'google_unavailable', { retry_after: 30 }) },
    shows: 'could not be loaded',
  },
  {
    name: 'meetings-forbidden',
    path: '/meetings',
    answers: { [EVENTS]: refusal(403, 'google_forbidden', { google_reason: 'domain_policy' }) },
    shows: 'Your organisation',
  },
  {
    name: 'meetings-too-often',
    path: '/meetings',
    answers: { [EVENTS]: refusal(429, 'too_many_requests', { retry_after: 40 }) },
    shows: 'for one person',
  },
];

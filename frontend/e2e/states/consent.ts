import { Page } from '@playwright/test';
import { Answer, State, refusal } from './state';

const CALENDAR = 'https://www.googleapis.com/auth/calendar.readonly';

const REFUSED: Readonly<Record<string, Answer>> = {
  'GET /api/google/calendar/calendars/primary/events': refusal(403, 'google_scope_missing', {
    missing_scopes: [CALENDAR],
    sign_in: `/auth/login?scope=${CALENDAR}`,
  }),
};

/** The fate of the window at Google. */
type Trip = 'under way' | 'left' | { readonly reason?: string };

/** Goes to Google for a permission, in a window that is made up as the answers are. */
function allow(trip: Trip): (page: Page) => Promise<void> {
  return async (page) => {
    const link = page.getByRole('link', { name: 'Allow it at Google' });
    await link.waitFor();
    await page.evaluate((end) => {
      window.open = (address) => {
        const returnTo = new URL(address ?? '', location.href).searchParams.get('return_to') ?? '';
        const flow = new URL(returnTo, location.href).searchParams.get('flow');
        if (typeof end === 'object') new BroadcastChannel('holdfast.consent').postMessage({ flow, ...end });
        return { closed: end === 'left' } as Window;
      };
    }, trip);
    await link.click();
  };
}

function asked(
  name: string,
  trip: Trip,
  shows: string,
  answers: Readonly<Record<string, Answer>> = {},
): State {
  return {
    name: `consent-${name}`,
    path: '/meetings',
    answers: { ...REFUSED, ...answers },
    act: allow(trip),
    shows,
  };
}

/** A permission that is asked for in place, and each way back without it. */
export const CONSENT: readonly State[] = [
  asked('under-way', 'under way', 'Finish at Google'),
  asked('left', 'left', 'before you had finished at Google'),
  asked('cancelled', { reason: 'cancelled' }, 'You did not allow it'),
  // The person is back, and has left the box unticked.
  asked('in-part', {}, 'You did not allow it'),
  asked('other-account', { reason: 'other_account' }, 'Choose the same account'),
  asked('not-worked-out', { reason: 'google_unavailable' }, 'This did not work out'),
  asked('unconfirmed', {}, 'cannot check right now', {
    'GET /api/google/grant': refusal(503, 'storage_unavailable'),
  }),
  { name: 'consent-done', path: '/consent', shows: 'You can close this window' },
];

import { expect } from '@playwright/test';
import { State, refusal } from './state';

export const SHELL: readonly State[] = [
  {
    name: 'unreachable-at-the-start',
    path: '/files',
    answers: { 'POST /auth/token/refresh': { status: 503 } },
    shows: 'If you were signed in, you still are',
  },
  {
    name: 'opened-at-another-address',
    path: '/files',
    answers: { 'POST /auth/token/refresh': refusal(403, 'cross_site_request') },
    shows: 'does not know this address',
  },
  {
    name: 'page-lost',
    path: '/account',
    act: async (page) => {
      // The page itself and its menu are there; only the next page is missing.
      const menu = page.getByRole('button', { name: /^Your account/ });
      await expect(page.getByRole('heading', { name: 'Profile' })).toBeVisible();
      await expect(menu).toBeVisible();
      await page.route('**/*.js', (route) => route.abort());
      await menu.click();
      await page.getByRole('link', { name: 'Activity' }).click();
    },
    shows: 'The page could not be loaded',
  },
];

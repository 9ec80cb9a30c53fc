import { State } from './state';

export const SHELL: readonly State[] = [
  {
    name: 'unreachable-at-the-start',
    path: '/files',
    answers: { 'POST /auth/token/refresh': { status: 503 } },
    shows: 'If you were signed in, you still are',
  },
  {
    name: 'page-lost',
    path: '/account',
    act: async (page) => {
      await page.route('**/*.js', (route) => route.abort());
      await page.getByRole('link', { name: 'Activity' }).click();
    },
    shows: 'The page could not be loaded',
  },
];

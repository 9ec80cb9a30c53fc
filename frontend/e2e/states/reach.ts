import { Page, Route, expect } from '@playwright/test';
import { GOOD_DAY } from './good-day';
import { Answer, State } from './state';

/** Leads a page into a state, by answering in the server's place. */
export async function reach(page: Page, { path, answers, act, shows }: State): Promise<void> {
  const all = { ...GOOD_DAY, ...answers };
  const give = (route: Route): Promise<void> => {
    const { pathname, searchParams } = new URL(route.request().url());
    const asked = `${route.request().method()} ${pathname}`;
    const withQuery = [...searchParams.keys()].map((name) => `${asked}?${name}`).find((key) => key in all);
    const answer: Answer = all[withQuery ?? asked] ?? { status: 404 };
    if (answer === 'never') return Promise.resolve();
    if ('events' in answer) return route.fulfill({ contentType: 'text/event-stream', body: answer.events });
    return route.fulfill({ status: answer.status ?? 200, json: answer.body });
  };
  await page.route('**/api/**', give);
  await page.route('**/auth/**', give);
  await page.goto(path);
  await act?.(page);
  await expect(page.getByText(shows).filter({ visible: true }).first()).toBeVisible();
}

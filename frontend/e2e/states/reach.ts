import { Page, expect } from '@playwright/test';
import { Instead, Wire } from '../wire';
import { GOOD_DAY } from './good-day';
import { Answer, State } from './state';

const JSON_TYPE = 'application/json';

/** Answers all requests for data on the wire as in a state. */
export function answer(wire: Wire, answers: State['answers'] = {}): void {
  const all = { ...GOOD_DAY, ...answers };
  wire.instead = (method, { pathname, searchParams }) => {
    if (!/^\/(api|auth)\//.test(pathname)) return undefined;
    const asked = `${method} ${pathname}`;
    const withQuery = [...searchParams.keys()].map((name) => `${asked}?${name}`).find((key) => key in all);
    return given(all[withQuery ?? asked] ?? { status: 404 });
  };
}

function given(said: Answer): Instead {
  if (said === 'never') return said;
  if ('events' in said) return { status: 200, type: 'text/event-stream', content: said.events };
  const content = said.body === undefined ? '' : JSON.stringify(said.body);
  return { status: said.status ?? 200, type: JSON_TYPE, content };
}

/** Leads a page into a state, by answering in the server's place. */
export async function reach(page: Page, wire: Wire, { path, answers, act, shows }: State): Promise<void> {
  answer(wire, answers);
  await page.goto(path);
  await act?.(page);
  await expect(page.getByText(shows).filter({ visible: true }).first()).toBeVisible();
}

import { Page } from '@playwright/test';

/** What the API answers in a state; `never` leaves the page waiting. */
export type Answer = 'never' | { readonly status?: number; readonly body?: unknown };

/** A page in a state that a real server seldom shows, made from answers given in its place. */
export interface State {
  readonly name: string;
  readonly path: string;
  /** By method and path, `GET /api/account`; all others are as on a good day. */
  readonly answers?: Readonly<Record<string, Answer>>;
  /** What the person does first. */
  readonly act?: (page: Page) => Promise<void>;
  /** What is on the screen once the state is reached. */
  readonly shows: string;
}

/** Nobody is signed in. */
export const NOBODY = { 'POST /auth/token/refresh': { status: 204 } } as const;

/** A problem of the server. */
export function refusal(status: number, code: string, more: object = {}): Answer {
  return { status, body: { title: 'No.', status, code, ...more } };
}

/** Presses buttons one after another. */
export function press(...names: (string | RegExp)[]): (page: Page) => Promise<void> {
  return async (page) => {
    for (const name of names) await page.getByRole('button', { name }).first().click();
  };
}

import { Page } from '@playwright/test';

/** The answer of the API in a state; `never` leaves the page waiting. */
export type Answer =
  | 'never'
  | { readonly status?: number; readonly body?: unknown }
  /** A stream of events that has come to its end. */
  | { readonly events: string };

/** A page in a state that a real server seldom shows, made from answers given in its place. */
export interface State {
  readonly name: string;
  readonly path: string;
  /** The answers by method and path, such as `GET /api/account`; all others are those of a good day. */
  readonly answers?: Readonly<Record<string, Answer>>;
  /** The person's first acts. */
  readonly act?: (page: Page) => Promise<void>;
  /** Text on the screen once the state is reached. */
  readonly shows: string;
}

/** The answers when no person is signed in. */
export const NOBODY = { 'POST /auth/token/refresh': { status: 204 } } as const;

/** Returns a problem of the server. */
export function refusal(status: number, code: string, more: object = {}): Answer {
  return { status, body: { title: 'No.', status, code, ...more } };
}

/** Presses buttons one after another. */
export function press(...names: (string | RegExp)[]): (page: Page) => Promise<void> {
  return async (page) => {
    for (const name of names) await page.getByRole('button', { name }).first().click();
  };
}

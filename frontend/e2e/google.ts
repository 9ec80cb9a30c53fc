import { APIRequestContext, expect } from '@playwright/test';

/**
 * Returns the address at which a sign-in begins at Google. The person and their consent are decided in it, so
 * that no page asks for either.
 */
export async function signInWithoutPages(
  request: APIRequestContext,
  who: { readonly email: string },
  returnTo: string,
): Promise<string> {
  const login = await request.get(`/auth/login?return_to=${returnTo}`, { maxRedirects: 0 });
  const google = new URL(login.headers()['location'] ?? '');
  google.searchParams.set('standin_person', who.email);
  google.searchParams.set('standin_consent', 'all');
  return google.href;
}

/** The stand-in for Google, by its control API. */
export class Google {
  constructor(
    private readonly request: APIRequestContext,
    readonly origin = process.env['STANDIN_URL'] ?? 'http://127.0.0.1:9090',
  ) {}

  /** Resets the state to that of a start: no consent, no faults, counts at zero. */
  async reset(): Promise<void> {
    await this.#post('reset', {});
  }

  async accessTokensLive(seconds: number): Promise<void> {
    await this.#post('switches', { access_token_lifetime: String(seconds) });
  }

  async set(name: string, value: string): Promise<void> {
    await this.#post('switches', { [name]: value });
  }

  async revoke(person: string): Promise<void> {
    await this.#post('grants/revoke', { person });
  }

  /** Delivers a security signal about that person to the server at that origin. */
  async signal(event: string, person: string, server: string): Promise<void> {
    await this.#post('signals', { event, person, url: `${server}/signals/google` });
  }

  async answer(area: string, status: number, body = '', times = 0): Promise<void> {
    const weather = { area, status: String(status), body, times: String(times) };
    await this.#post('weather', weather);
  }

  async slow(area: string, millis: number): Promise<void> {
    await this.#post('weather', { area, mishap: 'slow', millis: String(millis) });
  }

  async calm(): Promise<void> {
    await this.#post('calm', {});
  }

  /** Returns the calls to an area since the last `resetCounts`. */
  async count(area: string): Promise<number> {
    const response = await this.request.get(`${this.origin}/control/api/counts`);
    const { areas } = (await response.json()) as { areas: Record<string, number> };
    return areas[area] ?? 0;
  }

  async resetCounts(): Promise<void> {
    await this.#post('counts/reset', {});
  }

  async #post(command: string, data: Record<string, string>): Promise<void> {
    const response = await this.request.post(`${this.origin}/control/api/${command}`, { data });
    expect(response.ok(), `${command}: ${await response.text()}`).toBe(true);
  }
}

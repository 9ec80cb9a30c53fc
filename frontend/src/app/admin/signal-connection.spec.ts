import { AdminPages } from './admin-pages.fixture';

const PATH = '/api/admin/doctor/signals';
const ADDRESS = 'https://app.example/signals/google';
const OTHER = 'https://other.example/risc';

const SETUP = {
  receiving: true,
  key_file_set: true,
  address: ADDRESS,
  verified_at: null,
  verified_state: null,
};

function finding(outcome: string, values: object, verdict = 'fine', cure = ''): object {
  return { check: 'signal_stream', outcome, verdict, values, detail: 'As the server says', cure };
}

function button(words: string, within: ParentNode = document): HTMLButtonElement {
  const found = [...within.querySelectorAll('button')].find(({ textContent }) => textContent.includes(words));
  if (!found) throw new Error(`no button says ${words}`);
  return found;
}

describe('Connecting Google’s security signals', () => {
  let admin: AdminPages;

  beforeEach(() => {
    admin = new AdminPages();
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  async function open(setup: object = SETUP): Promise<HTMLElement> {
    const page = await admin.open('/admin/doctor');
    admin.backend.expectOne('/api/admin/doctor').flush({ checked_at: '2026-03-03T10:00:00Z', findings: [] });
    (await vi.waitFor(() => admin.backend.expectOne({ method: 'GET', url: PATH }))).flush(setup);
    await vi.waitFor(() => {
      expect(page.textContent).toContain('security signals');
    });
    return page;
  }

  async function answer(url: string, body: object): Promise<void> {
    (
      await vi.waitFor(() =>
        admin.backend.expectOne(({ method, urlWithParams }) => method === 'POST' && urlWithParams === url),
      )
    ).flush(body);
  }

  it('connectsAndTellsWhenTheVerificationEventHasArrived', async () => {
    const page = await open();
    expect(page.textContent).toContain('No verification event has arrived yet.');

    button('Connect', page).click();
    await answer(PATH, finding('made', { url: ADDRESS, state: 'holdfast-1' }));
    await vi.waitFor(() => {
      expect(page.textContent).toContain(`Google now sends security signals to ${ADDRESS}.`);
    });
    expect(page.textContent).toContain('Waiting for Google’s verification event');

    const asked = await vi.waitFor(() => admin.backend.expectOne({ method: 'GET', url: PATH }), 5000);
    asked.flush({ ...SETUP, verified_at: '2026-03-03T10:00:05Z', verified_state: 'holdfast-1' });
    await vi.waitFor(() => {
      expect(page.textContent).toContain('verification event has arrived.');
    });
    expect(page.textContent).toContain('Last verification event');
  });

  it('asksTwiceBeforeTheStreamOfAnotherInstallationIsReplaced', async () => {
    const page = await open();
    button('Connect', page).click();
    const foreign = finding('foreign', { found: OTHER, url: ADDRESS }, 'warning', 'Think');
    await answer(PATH, foreign);
    await vi.waitFor(() => {
      expect(page.textContent).toContain(`already sends its security signals to ${OTHER}.`);
    });

    button('Replace…', page).click();
    const first = await dialog('Send this project’s');
    button('Continue', first).click();
    const second = await dialog('Take the signals away');
    expect(button('Replace', second).getAttribute('aria-disabled')).toBe('true');
    second.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
    await vi.waitFor(() => {
      expect(button('Replace', second).getAttribute('aria-disabled')).not.toBe('true');
    });
    admin.backend.expectNone((request) => request.method === 'POST');
    button('Replace', second).click();
    await vi.waitFor(() => {
      expect(document.activeElement).toBe(page.querySelector('#signals'));
    });

    await answer(`${PATH}?replace=${OTHER}`, finding('in_place', { url: ADDRESS }));
    await vi.waitFor(() => {
      expect(page.textContent).toContain('as it did before');
    });
  });

  it('tellsTheCureOfARefusalAndHowFarItCame', async () => {
    const page = await open();
    button('Connect', page).click();
    await answer(
      PATH,
      finding('domain_not_authorized', { url: ADDRESS, stage: 'verifying' }, 'trouble', 'Add it'),
    );

    await vi.waitFor(() => {
      expect(page.textContent).toContain('is not an authorized domain of the project.');
    });
    expect(page.textContent).toContain('Add the domain to the authorized domains');
    expect(page.textContent).toContain('only the verification event');
    expect(page.textContent).not.toContain('part of the change');
  });

  it('saysThatPartOfTheChangeMayBeMadeWhenGoogleFallsSilentInTheMidst', async () => {
    const page = await open();
    button('Connect', page).click();
    await answer(PATH, finding('unknown', { code: 'timeout', stage: 'changing' }, 'unknown', 'Later'));

    await vi.waitFor(() => {
      expect(page.textContent).toContain('Google may already have made part of the change.');
    });
    expect(page.textContent).not.toContain('only the verification event');
  });

  it('saysSoWhenAnotherAttemptIsUnderWay', async () => {
    const page = await open();
    button('Connect', page).click();
    const request = await vi.waitFor(() => admin.backend.expectOne({ method: 'POST', url: PATH }));
    request.flush(
      { code: 'server_busy', retry_after: 10 },
      { status: 503, statusText: 'Busy', headers: { 'Retry-After': '10' } },
    );

    await vi.waitFor(() => {
      expect(page.textContent).toContain('Another attempt to connect them is under way');
    });
    expect(page.textContent).toContain('You can try again in 10 seconds');
    expect(page.textContent).not.toContain('no room');
  });

  it('offersNothingWhileTheSettingsAreNotThereAndSaysWhich', async () => {
    const page = await open({ ...SETUP, receiving: false });
    expect(page.textContent).toContain('holdfast.google.signals');
    expect([...page.querySelectorAll('button')].some((each) => each.textContent.includes('Connect'))).toBe(
      false,
    );
  });
});

async function dialog(title: string): Promise<Element> {
  return vi.waitFor(() => {
    const shown = [...document.querySelectorAll('mat-dialog-container')].find(({ textContent }) =>
      textContent.includes(title),
    );
    if (!shown?.querySelector('li')) throw new Error('no dialog');
    return shown;
  });
}

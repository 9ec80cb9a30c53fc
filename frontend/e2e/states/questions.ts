import { Page } from '@playwright/test';
import { Answer, State, refusal } from './state';

const REPORT = {
  id: 'q1',
  name: 'A report with an_unbroken_name_that_is_much_longer_than_a_narrow_screen_is_wide.pdf',
  mime_type: 'application/pdf',
  size: 81_234,
  modified_at: '2026-03-01T10:00:00Z',
  web_view_link: 'https://drive.google.com/file/d/q1/view',
  owned_by_me: true,
  shared_drive: false,
  answerable: true,
};

const FILES = { body: { files: [REPORT], questions: true } };
const ASKED = 'POST /api/drive/files/q1/questions';

const PARAGRAPH =
  'The report names three goals for the year: fewer complaints, shorter waiting times, and a website that people can use on a telephone.\n\n- Complaints fell by a fifth.\n- https://an-address-that-is-much-longer-than-a-narrow-screen-is-wide.example/and/goes/on/and/on\n';

function events(...all: (readonly [string, object])[]): Answer {
  return { events: all.map(([name, data]) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`).join('') };
}

/** The refusals that a question can meet, with words that the dialog then shows. */
const REFUSED: readonly (readonly [number, string, string, object?])[] = [
  [
    403,
    'google_scope_missing',
    'Allow it at Google',
    {
      missing_scopes: ['https://www.googleapis.com/auth/generative-language.peruserquota'],
      sign_in: '/auth/login?scope=x',
    },
  ],
  [409, 'not_answerable', 'cannot read this kind', { web_view_link: REPORT.web_view_link }],
  [413, 'document_too_long', 'too long for Gemini'],
  [429, 'too_many_requests', 'for one person', { retry_after: 40 }],
  [429, 'google_rate_limited', 'slow down', { retry_after: 40 }],
  [502, 'google_error', 'cannot use'],
  [503, 'google_unavailable', 'Google is not answering', { retry_after: 30 }],
  [503, 'server_busy', 'no room', { retry_after: 5 }],
];

async function open(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^More for A report/ }).click();
  await page.getByRole('menuitem', { name: 'Ask about this file' }).click();
  await page.getByLabel('Your question').fill('Which goals does the report name, and were they reached?');
}

async function ask(page: Page): Promise<void> {
  await open(page);
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
}

/** Asks, and gets the beginning of an answer whose rest does not come. */
async function askForMuch(page: Page): Promise<void> {
  await page.evaluate((text) => {
    const fetched = window.fetch.bind(window);
    window.fetch = (what, how) => {
      if (!(what instanceof Request ? what.url : what.toString()).endsWith('/questions'))
        return fetched(what, how);
      const begun = new TextEncoder().encode(`event: text\ndata: ${JSON.stringify({ text })}\n\n`);
      const body = new ReadableStream<Uint8Array>({
        start: (pieces) => {
          pieces.enqueue(begun);
        },
      });
      return Promise.resolve(new Response(body, { headers: { 'Content-Type': 'text/event-stream' } }));
    };
  }, PARAGRAPH);
  await ask(page);
  await page.getByRole('region', { name: 'Answer' }).waitFor();
}

function asked(name: string, answer: Answer, shows: string): State {
  const answers = { 'GET /api/drive/files': FILES, [ASKED]: answer };
  return { name: `question-${name}`, path: '/files', answers, act: ask, shows };
}

export const QUESTIONS: readonly State[] = [
  {
    name: 'question',
    path: '/files',
    answers: { 'GET /api/drive/files': FILES },
    act: open,
    shows: 'Gemini reads the file',
  },
  asked('waiting', 'never', 'Stop'),
  { ...asked('streaming', 'never', 'three goals'), act: askForMuch },
  {
    ...asked('stopped', 'never', 'There may be more to say'),
    act: async (page) => {
      await askForMuch(page);
      await page.getByRole('button', { name: 'Stop', exact: true }).click();
    },
  },
  asked(
    'answered',
    events(['text', { text: PARAGRAPH.repeat(4) }], ['done', { finish_reason: 'stop', tokens: 90 }]),
    'Gemini can be wrong',
  ),
  asked(
    'answered-in-part',
    events(['text', { text: PARAGRAPH }], ['done', { finish_reason: 'max_tokens', tokens: 90 }]),
    'became too long',
  ),
  asked('blocked', events(['done', { finish_reason: 'safety', tokens: 0 }]), 'safety filters'),
  asked('broken-off', events(['text', { text: PARAGRAPH }]), 'broke off'),
  ...REFUSED.map(([status, code, shows, more]) =>
    asked(code.replaceAll('_', '-'), refusal(status, code, more), shows),
  ),
];

import { Clipboard } from '@angular/cdk/clipboard';
import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
import { SESSION_FETCH, provideSession } from '@holdfast/session';
import { SessionFakes } from '@holdfast/session/testing';
import { AnswerServer } from './answers.fixture';
import { FileQuestion } from './file-question';

describe('FileQuestion', () => {
  let server: AnswerServer;
  let fixture: ComponentFixture<FileQuestion>;
  let dialog: HTMLElement;

  beforeEach(async () => {
    server = new AnswerServer();
    const file = { id: '1', name: 'Plan <b>', mime_type: 'text/plain' };
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideSession(),
        new SessionFakes().providers,
        { provide: SESSION_FETCH, useValue: server.fetch },
        { provide: MAT_DIALOG_DATA, useValue: { file, returnTo: '/files' } },
      ],
    });
    fixture = TestBed.createComponent(FileQuestion);
    dialog = fixture.nativeElement as HTMLElement;
    await fixture.whenStable();
  });

  function button(words: string): HTMLButtonElement | undefined {
    return [...dialog.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === words);
  }

  function type(question: string): void {
    const box = dialog.querySelector('textarea');
    if (box) box.value = question;
    box?.dispatchEvent(new Event('input'));
    fixture.detectChanges();
  }

  function ask(question = 'Why?'): void {
    type(question);
    dialog.querySelector('form')?.dispatchEvent(new Event('submit'));
    fixture.detectChanges();
  }

  async function shows(words: string): Promise<void> {
    await vi.waitFor(() => {
      fixture.detectChanges();
      expect(dialog.textContent).toContain(words);
    });
  }

  function answer(): string | undefined {
    return dialog.querySelector('.answer')?.textContent.trim();
  }

  it('asksOnlyWhenThereIsAQuestion', () => {
    expect(button('Ask')?.ariaDisabled).toBe('true');
    ask('  ');
    expect(server.asked).toEqual([]);
    type('Why?');
    expect(button('Ask')?.ariaDisabled).not.toBe('true');
  });

  it('holdsAQuestionToWhatTheServerReads', () => {
    expect(dialog.querySelector('textarea')?.maxLength).toBe(2_000);
    type('x'.repeat(1_950));
    expect(dialog.textContent).toContain('50 characters left');
  });

  it('showsTheAnswerAsTextWhileItIsWritten', async () => {
    ask();
    expect(dialog.querySelector('[role=status]')?.textContent).toContain('is being written');
    server.writes('text', { text: '<img src=x> ' });
    await shows('<img src=x>');
    expect(dialog.querySelector('.answer img')).toBeNull();
    expect(dialog.querySelector('.answer')?.getAttribute('aria-busy')).toBe('true');
    server.writes('text', { text: 'and more' });
    server.writes('done', { finish_reason: 'stop', tokens: 3 });
    await shows('The answer is here.');
    expect(answer()).toBe('<img src=x> and more');
    expect(button('Stop')).toBeUndefined();
    expect(button('Copy answer')).toBeDefined();
  });

  it('stopsAndKeepsWhatIsThere', async () => {
    ask();
    server.writes('text', { text: 'Half' });
    await shows('Half');
    button('Stop')?.click();
    await shows('There may be more to say');
    expect(server.asked[0]?.init.signal?.aborted).toBe(true);
    expect(answer()).toBe('Half');
    expect(document.activeElement?.tagName).toBe(document.body.contains(dialog) ? 'TEXTAREA' : 'BODY');
  });

  it('asksAgainWithAnEmptySheet', async () => {
    ask();
    server.writes('text', { text: 'First' });
    server.writes('done', { finish_reason: 'stop' });
    await shows('First');
    await shows('Ask again');
    ask('And how?');
    expect(answer()).toBeUndefined();
    expect(server.asked).toHaveLength(2);
  });

  it.each([
    ['max_tokens', 'became too long'],
    ['safety', 'safety filters'],
    ['recitation', 'word for word'],
    ['brand_new', 'did not say why'],
  ])('saysWhyAnAnswerEndedWith%s', async (finish_reason, words) => {
    ask();
    server.writes('text', { text: 'Half' });
    server.writes('done', { finish_reason });
    await shows(words);
  });

  it('saysThatThereIsNoAnswer', async () => {
    ask();
    server.writes('done', { finish_reason: 'stop' });
    await shows('gave no answer');
  });

  it('saysThatTheAnswerBrokeOff', async () => {
    ask();
    server.writes('text', { text: 'Half' });
    await shows('Half');
    server.closes();
    await shows('The answer broke off');
    expect(answer()).toBe('Half');
  });

  it.each([
    [409, 'not_answerable', 'cannot read this kind of file'],
    [413, 'document_too_long', 'too long'],
    [429, 'too_many_requests', 'for one person'],
    [429, 'google_rate_limited', 'slow down'],
    [503, 'google_unavailable', 'Google is not answering'],
  ])('saysWhatA%i%sMeans', async (status, code, words) => {
    server.refuses(status, { code });
    ask();
    await shows(words);
    expect(dialog.textContent).not.toContain(code);
  });

  it('offersToAllowItInPlaceAndThenAsksAgain', async () => {
    server.refuses(403, {
      code: 'google_scope_missing',
      missing_scopes: ['g'],
      sign_in: '/auth/login?scope=g',
    });
    ask();
    await shows('one more permission');
    const link = dialog.querySelector('app-problem-notice a');
    expect(link?.getAttribute('href')).toBe('/auth/login?scope=g&return_to=%2Ffiles');
  });

  it('triesAgainAfterAFailure', async () => {
    server.refuses(502, { code: 'google_error' });
    ask();
    await shows('cannot use');
    server.answersAgain();
    button('Try again')?.click();
    server.writes('text', { text: 'Now' });
    await shows('Now');
    expect(dialog.querySelector('app-problem-notice')).toBeNull();
  });

  it.each([
    [true, 'Copied'],
    [false, 'Copy answer'],
  ])('saysWhetherTheAnswerWasCopied%s', async (copies, words) => {
    const copy = vi.spyOn(TestBed.inject(Clipboard), 'copy').mockReturnValue(copies);
    ask();
    server.writes('text', { text: 'Because.' });
    server.writes('done', { finish_reason: 'stop' });
    await shows('Copy answer');
    button('Copy answer')?.click();
    fixture.detectChanges();
    expect(copy).toHaveBeenCalledExactlyOnceWith('Because.');
    expect(button(words)).toBeDefined();
  });

  it('stopsWhenItIsClosed', () => {
    ask();
    fixture.destroy();
    expect(server.asked[0]?.init.signal?.aborted).toBe(true);
  });
});

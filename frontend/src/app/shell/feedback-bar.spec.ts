import { ComponentFixture, TestBed } from '@angular/core/testing';
import { Feedback } from '../ui/feedback';
import { FeedbackBar } from './feedback-bar';

describe('FeedbackBar', () => {
  let fixture: ComponentFixture<FeedbackBar>;
  let element: HTMLElement;
  let feedback: Feedback;

  beforeEach(() => {
    vi.useFakeTimers();
    fixture = TestBed.createComponent(FeedbackBar);
    element = fixture.nativeElement as HTMLElement;
    feedback = TestBed.inject(Feedback);
    fixture.detectChanges();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function button(words: string): HTMLButtonElement | undefined {
    const named = (each: HTMLButtonElement) => each.textContent.trim() || (each.ariaLabel ?? '');
    return [...element.querySelectorAll('button')].find((each) => named(each) === words);
  }

  async function pass(milliseconds: number): Promise<void> {
    fixture.detectChanges();
    await vi.advanceTimersByTimeAsync(milliseconds);
    fixture.detectChanges();
  }

  it('tells politely what was done, and goes by itself', async () => {
    const region = element.querySelector('[role=status]');
    feedback.done('Signed out 3 other sessions.');
    await pass(5_000);
    expect(region?.textContent).toContain('Signed out 3 other sessions.');
    expect(button('Undo')).toBeUndefined();
    await pass(2_000);
    expect(region?.textContent.trim()).toBe('');
  });

  it('undoes once, and goes', async () => {
    const undo = vi.fn();
    feedback.done('Removed.', undo);
    await pass(10_000);
    button('Undo')?.click();
    await pass(0);
    expect(undo).toHaveBeenCalledOnce();
    expect(element.querySelector('button')).toBeNull();
  });

  it('stays while the focus is on it', async () => {
    feedback.done('Removed.', () => undefined);
    await pass(1_000);
    element.querySelector('.bar')?.dispatchEvent(new Event('focusin'));
    await pass(60_000);
    expect(element.textContent).toContain('Removed.');
    element.querySelector('.bar')?.dispatchEvent(new Event('focusout'));
    await pass(16_000);
    expect(element.textContent).not.toContain('Removed.');
  });

  it('goes at Escape and at its button', async () => {
    feedback.done('One.');
    await pass(0);
    button('Dismiss')?.click();
    await pass(0);
    expect(element.textContent).not.toContain('One.');
    feedback.done('Two.');
    await pass(0);
    element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    await pass(0);
    expect(element.textContent).not.toContain('Two.');
  });

  it.each(['Undo', 'Dismiss'])('gives the focus back to where it came from at %s', async (words) => {
    const [before, main] = [document.createElement('button'), document.createElement('main')];
    main.innerHTML = '<h1 tabindex="-1">Page</h1>';
    element.before(before, main);
    for (const came of [before, undefined]) {
      feedback.done('Removed.', () => undefined);
      await pass(0);
      if (came) came.focus();
      else (document.activeElement as HTMLElement).blur();
      for (const each of element.querySelectorAll('button')) each.focus();
      button(words)?.focus();
      button(words)?.click();
      await pass(0);
      expect(document.activeElement).toBe(came ?? main.querySelector('h1'));
    }
    before.remove();
    main.remove();
  });

  it('gives the next words their full time', async () => {
    feedback.done('One.');
    await pass(5_000);
    feedback.done('Two.');
    await pass(5_000);
    expect(element.textContent).toContain('Two.');
  });
});

import { Component, input } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { SearchBox } from './search-box';

@Component({
  imports: [SearchBox],
  template: '<app-search-box of="Things" label="Search" [longest]="100" [q]="q()" />',
})
class Things {
  readonly q = input<string>();
}

describe('SearchBox', () => {
  /** Ends when the page that is being opened may be shown. */
  let arrival: Promise<boolean>;
  let harness: RouterTestingHarness;
  let box: HTMLInputElement;

  beforeEach(async () => {
    arrival = Promise.resolve(true);
    TestBed.configureTestingModule({
      providers: [
        provideRouter(
          [
            {
              path: 'things',
              component: Things,
              canActivate: [() => arrival],
              runGuardsAndResolvers: 'always',
            },
          ],
          withComponentInputBinding(),
        ),
      ],
    });
    harness = await RouterTestingHarness.create('/things');
    const found = harness.routeNativeElement?.querySelector('input');
    if (!found) throw new Error('no box');
    box = found;
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  async function type(text: string, pause: number): Promise<void> {
    box.value = text;
    box.dispatchEvent(new Event('input'));
    await wait(pause);
  }

  async function wait(pause: number): Promise<void> {
    await vi.advanceTimersByTimeAsync(pause);
    harness.detectChanges();
  }

  function address(): string {
    return TestBed.inject(Router).url;
  }

  it('keepsASpaceJustTyped', async () => {
    await type('annual ', 400);
    expect(address()).toBe('/things?q=annual');
    expect(box.value).toBe('annual ');
  });

  it('keepsWhatIsTypedWhileASearchIsOnItsWay', async () => {
    let arrive: (may: boolean) => void = () => undefined;
    arrival = new Promise((resolve) => (arrive = resolve));
    await type('annual', 400);
    await type('annual r', 100);
    arrive(true);
    await wait(100);
    expect(address()).toBe('/things?q=annual');
    expect(box.value).toBe('annual r');
    await wait(200);
    expect(address()).toBe('/things?q=annual%20r');
  });

  it('followsTheAddress', async () => {
    await type('annual ', 400);
    await TestBed.inject(Router).navigateByUrl('/things?q=budget');
    await wait(0);
    expect(box.value).toBe('budget');
    await TestBed.inject(Router).navigateByUrl('/things');
    await wait(0);
    expect(box.value).toBe('');
  });

  it('leavesOneStepBackForAllThatIsTyped', async () => {
    const navigate = vi.spyOn(TestBed.inject(Router), 'navigate');
    await type('annual', 400);
    await type('annual report', 400);
    expect(navigate.mock.calls.map(([, extras]) => extras?.replaceUrl)).toEqual([false, true]);
  });

  it('isReachedByTheSlashUnlessThatIsTypedSomewhere', () => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, ctrlKey: true }));
    expect(document.activeElement).not.toBe(box);
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }));
    expect(document.activeElement).toBe(box);
    const typed = new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true });
    box.dispatchEvent(typed);
    expect(typed.defaultPrevented).toBe(false);
  });
});

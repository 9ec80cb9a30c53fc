import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ComponentFixture, TestBed } from '@angular/core/testing';
import { Session, provideSession } from '@holdfast/session';
import { SessionFakes } from '@holdfast/session/testing';
import { RefreshMeter } from './refresh-meter';
import { RefreshStrip } from './refresh-strip';

describe('RefreshMeter', () => {
  let fixture: ComponentFixture<RefreshMeter>;

  beforeEach(() => {
    fixture = TestBed.createComponent(RefreshMeter);
    fixture.componentRef.setInput('label', 'Google');
    fixture.componentRef.setInput('over', 'expired');
  });

  async function words(begins: number, ends: number, now: number): Promise<string> {
    fixture.componentRef.setInput('life', { begins, ends });
    fixture.componentRef.setInput('now', now);
    await fixture.whenStable();
    return (fixture.nativeElement as HTMLElement).textContent;
  }

  function width(): string | undefined {
    return (fixture.nativeElement as HTMLElement).querySelector<HTMLElement>('.bar > span')?.style.inlineSize;
  }

  it('emptiesAndRefillsAndCountsEachRefreshOnce', async () => {
    expect(await words(0, 60_000, 15_000)).toContain('45 s left');
    expect(width()).toBe('75%');
    expect(await words(0, 60_000, 61_000)).toContain('expired');
    expect(width()).toBe('0%');
    expect(await words(61_000, 121_000, 61_000)).toContain('refreshed once');
    expect(width()).toBe('100%');
    expect(await words(61_000, 121_000, 62_000)).toContain('refreshed once');
    expect(await words(121_000, 181_000, 121_000)).toContain('refreshed 2 times');
  });
});

describe('RefreshStrip', () => {
  it('showsTheLifeOfBothTokens', async () => {
    const fakes = new SessionFakes();
    fakes.server.sessionId = 's1';
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideSession(), fakes.providers],
    });
    await TestBed.inject(Session).settled();
    const fixture = TestBed.createComponent(RefreshStrip);
    const page = fixture.nativeElement as HTMLElement;
    const now = Date.now();
    const grant = {
      last_refreshed_at: new Date(now).toISOString(),
      access_token_expires_at: new Date(now + 60_000).toISOString(),
    };
    TestBed.inject(HttpTestingController).expectOne('/api/google/grant').flush(grant);
    await fixture.whenStable();
    const meters = [...page.querySelectorAll('app-refresh-meter')].map(({ textContent }) => textContent);
    expect(meters).toHaveLength(2);
    expect(meters[0]).toContain('Holdfast’s access token');
    expect(meters[0]).not.toContain('no token');
    expect(meters[1]).toMatch(/Google’s access.*\d+ s left/su);
    fixture.destroy();
  });

  it.each([
    [503, /Google’s access.*\d+ s left/su],
    [404, /Google’s access.*no token/su],
  ])('afterAnAnswer%iSays%s', async (status, words) => {
    const fakes = new SessionFakes();
    fakes.server.sessionId = 's1';
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideSession(), fakes.providers],
    });
    await TestBed.inject(Session).settled();
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const fixture = TestBed.createComponent(RefreshStrip);
    const backend = TestBed.inject(HttpTestingController);
    backend.expectOne('/api/google/grant').flush({
      last_refreshed_at: new Date().toISOString(),
      access_token_expires_at: new Date(Date.now() + 60_000).toISOString(),
    });
    await fixture.whenStable();
    vi.advanceTimersByTime(3_000);
    backend.expectOne('/api/google/grant').flush(null, { status, statusText: 'No' });
    // The answer reaches the strip by promises, which are no tasks that `whenStable` knows.
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).textContent).toMatch(words);
    fixture.destroy();
    vi.useRealTimers();
  });
});

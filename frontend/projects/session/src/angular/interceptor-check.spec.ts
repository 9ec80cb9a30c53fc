import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { SessionFakes, settle } from '@holdfast/session/testing';
import { OBSERVE_REQUESTS } from './interceptor-check';
import { provideSession } from './provide-session';
import { Session } from './session';
import { sessionInterceptor } from './session-interceptor';

describe('The warning about a missing interceptor', () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  let sent: (address: string) => void;
  let stopped: number;

  function open(...interceptors: (typeof sessionInterceptor)[]): void {
    warn.mockClear();
    stopped = 0;
    const fakes = new SessionFakes();
    fakes.server.sessionId = 's1';
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors(interceptors)),
        provideHttpClientTesting(),
        provideSession({ api: ['/api', '/reports'] }),
        fakes.providers,
        {
          provide: OBSERVE_REQUESTS,
          useValue: (call: (address: string) => void) => {
            sent = call;
            return () => stopped++;
          },
        },
      ],
    });
    TestBed.inject(Session);
  }

  afterAll(() => {
    warn.mockRestore();
  });

  it('comesOnceWhenTheApiIsAskedWithoutIt', () => {
    open();
    sent(`${location.origin}/assets/logo.svg`);
    expect(warn).not.toHaveBeenCalled();
    sent(`${location.origin}/reports/1`);
    expect(warn).toHaveBeenCalledOnce();
    expect(warn.mock.calls[0]?.[0]).toContain('sessionInterceptor');
    expect(stopped).toBe(1);
  });

  it('doesNotComeWhenRequestsPassThroughTheInterceptor', async () => {
    open(sessionInterceptor);
    TestBed.inject(HttpClient).get('/api/things').subscribe();
    await settle();
    sent(`${location.origin}/api/things`);
    expect(warn).not.toHaveBeenCalled();
  });

  it('doesNotComeWhenTheApplicationAsksForTheTokenItself', async () => {
    open();
    await TestBed.inject(Session).authorize();
    sent(`${location.origin}/api/things`);
    expect(warn).not.toHaveBeenCalled();
  });
});

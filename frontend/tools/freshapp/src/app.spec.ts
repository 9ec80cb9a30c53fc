import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { SessionFakes, settle } from '@holdfast/session/testing';
import { App, appConfig } from './app';

describe('A fresh application', () => {
  it('sendsTheTokenOfThePersonWhoIsSignedIn', async () => {
    const fakes = new SessionFakes();
    fakes.server.sessionId = 's1';
    fakes.server.account = 'ada';
    fakes.server.accountName = 'ada@mail.example';
    TestBed.configureTestingModule({
      providers: [appConfig.providers, provideHttpClientTesting(), fakes.providers],
    });
    const fixture = TestBed.createComponent(App);
    await settle();
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    expect(page.querySelector('p')?.textContent).toBe('ada@mail.example');

    page.querySelector('button')?.click();
    await settle();
    const { request } = TestBed.inject(HttpTestingController).expectOne('/api/things');
    expect(request.headers.get('Authorization')).toMatch(/^Bearer token-1/);
  });
});

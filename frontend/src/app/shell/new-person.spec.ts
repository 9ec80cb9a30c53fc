import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { provideSession, whenSignedIn } from '@holdfast/session';
import { SessionFakes } from '@holdfast/session/testing';
import { withoutFormerQuestion } from './new-person';

@Component({ template: '' })
class Page {}

describe('withoutFormerQuestion', () => {
  let router: Router;

  function load(former?: string): void {
    const fakes = new SessionFakes();
    fakes.server.sessionId = 's1';
    fakes.server.account = 'emi';
    if (former !== undefined) fakes.note.leave(former);
    const canActivate = [whenSignedIn, withoutFormerQuestion];
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: 'files', canActivate, component: Page }]),
        provideSession(),
        fakes.providers,
      ],
    });
    router = TestBed.inject(Router);
  }

  it.each(['/files?q=salary', '/files#salary', '/files?q=a&b=c#d'])('drops it from %s', async (address) => {
    load('ada');
    await router.navigateByUrl(address);
    expect(router.url).toBe('/files');
    await router.navigateByUrl('/files?q=mine');
    expect(router.url).toBe('/files?q=mine');
  });

  it.each([undefined, 'emi'])('leaves it to the person who asked it, after %s', async (former) => {
    load(former);
    await router.navigateByUrl('/files?q=mine');
    expect(router.url).toBe('/files?q=mine');
  });
});

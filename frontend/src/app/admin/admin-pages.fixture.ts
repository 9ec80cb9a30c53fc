import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideSession } from '@holdfast/session';
import { SessionFakes } from '@holdfast/session/testing';
import { routes } from '../app.routes';

/** The pages of an administrator who is signed in; the test answers their requests. */
export class AdminPages {
  readonly backend: HttpTestingController;

  constructor() {
    const fakes = new SessionFakes();
    fakes.server.sessionId = 's1';
    fakes.server.roles = ['user', 'admin'];
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter(routes, withComponentInputBinding()),
        provideSession(),
        fakes.providers,
      ],
    });
    this.backend = TestBed.inject(HttpTestingController);
  }

  async open(url: string): Promise<HTMLElement> {
    const harness = await RouterTestingHarness.create(url);
    TestBed.tick();
    if (!harness.routeNativeElement) throw new Error('no page');
    return harness.routeNativeElement;
  }
}

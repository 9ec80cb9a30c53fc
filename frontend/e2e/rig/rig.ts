// A page that drives the session library as an application would, only harder. The tests serve it at our own
// origin.
import '@angular/compiler';
import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { createApplication } from '@angular/platform-browser';
import {
  Clock,
  SESSION_CLOCK,
  Session,
  provideSession,
  sessionInterceptor,
  withCrossTab,
  withProactiveRefresh,
} from '@holdfast/session';
import { firstValueFrom } from 'rxjs';

/** The commands of the tests to the page; times are milliseconds. */
export interface Rig {
  /** Returns the status, and after a colon the reason if there is one. */
  standing(): string;
  /**
   * Sends this number of requests at once. The outcome of each is its status or the error's name and reason.
   */
  get(path: string, times: number): Promise<string[]>;
  /** Sends a form with a file of this number of bytes. */
  upload(path: string, bytes: number): Promise<string>;
  logout(): Promise<string>;
  /** Moves this tab's clock. */
  pass(milliseconds: number): void;
}

declare global {
  interface Window {
    rig?: Rig;
  }
}

/**
 * `clock=still`: tokens never run out by themselves. `late=milliseconds`: what this tab tells the others arrives that
 * much later, and it waits for them ten times as long. `share=no`, `ahead=seconds`: the library's features.
 */
const choice = new URLSearchParams(location.search);
const standsStill = choice.get('clock') === 'still';
const late = Number(choice.get('late') ?? 0);
if (late > 0) {
  window.BroadcastChannel = class extends BroadcastChannel {
    override postMessage(message: unknown): void {
      setTimeout(() => {
        super.postMessage(message);
      }, late);
    }
  };
}

let passed = 0;
const clock: Clock = {
  now: () => (standsStill ? 0 : Date.now()) + passed,
  random: () => 0,
  after: (delay, call) => {
    const timer = setTimeout(call, late > 0 ? 10 * delay : delay);
    return () => {
      clearTimeout(timer);
    };
  },
};

const ahead = choice.get('ahead');
const application = await createApplication({
  providers: [
    provideHttpClient(withInterceptors([sessionInterceptor])),
    provideSession(
      {},
      withCrossTab({ shareToken: choice.get('share') !== 'no' }),
      ...(ahead === null ? [] : [withProactiveRefresh({ ahead: Number(ahead) })]),
    ),
    { provide: SESSION_CLOCK, useValue: clock },
  ],
});
const http = application.injector.get(HttpClient);
const session = application.injector.get(Session);

function nameOf(error: unknown): string {
  const { name, reason, status } = error as { name?: string; reason?: string; status?: number };
  return [name, reason ?? status].filter((part) => part !== undefined).join(':');
}

function outcome(answer: Promise<{ readonly status: number }>): Promise<string> {
  return answer.then(({ status }) => String(status), nameOf);
}

await session.settled();
window.rig = {
  standing: () => [session.status(), session.endReason()].filter((part) => part !== undefined).join(':'),
  get: (path, times) =>
    Promise.all(
      Array.from({ length: times }, (_, n) =>
        outcome(firstValueFrom(http.get(`${path}?n=${n}`, { observe: 'response' }))),
      ),
    ),
  upload: (path, bytes) => {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(bytes).fill(7)]), 'seven.bin');
    return outcome(firstValueFrom(http.post(path, form, { observe: 'response' })));
  },
  logout: () => session.logout().then(() => 'done', nameOf),
  pass: (milliseconds) => {
    passed += milliseconds;
  },
};

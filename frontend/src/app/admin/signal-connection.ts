import { HttpClient, httpResource } from '@angular/common/http';
import { Component, DestroyRef, ElementRef, computed, inject, signal, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { Observable, catchError, exhaustMap, firstValueFrom, of, take, takeWhile, tap, timer } from 'rxjs';
import { Failure, failureOf } from '../problem/failure';
import { kept } from '../problem/kept';
import { ProblemNotice } from '../problem/problem-notice';
import { Confirmations } from '../ui/confirmations';
import { focusHeadingAbove } from '../ui/heading-above';
import { Icon } from '../ui/icon';
import { TimeInLocale } from '../ui/in-locale';
import { Finding } from './finding';
import { inWords } from './finding-words';
import { replaceQuestion, replaceSurelyQuestion } from './questions';

interface Setup {
  readonly receiving: boolean;
  readonly key_file_set: boolean;
  readonly address: string;
  readonly verified_at?: string | null;
  readonly verified_state?: string | null;
}

/** Whether the verification event that was asked for has come. */
type Waiting = 'no' | 'waiting' | 'arrived' | 'missing';

const PATH = '/api/admin/doctor/signals';

/** How often the server is asked for the event, in milliseconds, and how many times at the most. */
const EVERY = 2000;
const TIMES = 30;

/** Connects Google’s security signals to this installation, for administrators. */
@Component({
  selector: 'app-signal-connection',
  imports: [Icon, MatButton, MatProgressBar, ProblemNotice, TimeInLocale],
  providers: [Confirmations],
  templateUrl: './signal-connection.html',
  styleUrl: './signal-connection.scss',
})
export class SignalConnection {
  readonly #http = inject(HttpClient);
  readonly #confirmations = inject(Confirmations);
  readonly #destroyed = inject(DestroyRef);
  readonly #setup = httpResource<Setup>(() => PATH);
  /** The rest of the page is as good without this, so a failure is not shown. */
  protected readonly known = kept(this.#setup);
  protected readonly connecting = signal(false);
  protected readonly notDone = signal<Failure | undefined>(undefined);
  readonly #finding = signal<Finding | undefined>(undefined);
  protected readonly finding = computed(() => {
    const finding = this.#finding();
    return finding && inWords(finding);
  });
  protected readonly foreign = computed(() => this.#finding()?.outcome === 'foreign');
  readonly #stage = computed(() => this.#finding()?.values?.['stage']);
  /** Google refused the verification event, and before that took the configuration. */
  protected readonly onlyNotVerified = computed(() => this.#stage() === 'verifying');
  /** Google may have taken a change before it refused, or was silent about, the next one. */
  protected readonly maybeChanged = computed(() => this.#stage() === 'changing');
  private readonly replaceButton = viewChild<string, ElementRef<HTMLElement>>('replaceButton', {
    read: ElementRef,
  });
  protected readonly waiting = signal<Waiting>('no');

  protected async connect(replace?: string): Promise<void> {
    if (this.connecting()) return;
    this.connecting.set(true);
    this.notDone.set(undefined);
    this.#finding.set(undefined);
    this.waiting.set('no');
    try {
      const params = replace === undefined ? {} : { replace };
      const finding = await firstValueFrom(this.#http.post<Finding>(PATH, null, { params }));
      this.#finding.set(finding);
      const state = finding.values?.['state'];
      if (state !== undefined) this.#await(state);
    } catch (error) {
      const failure = await failureOf(error);
      this.notDone.set(failure.code === 'server_busy' ? { ...failure, code: 'signals_under_way' } : failure);
    } finally {
      this.connecting.set(false);
    }
  }

  /** Asks twice: the other installation is not told. */
  protected async replace(): Promise<void> {
    const { found = '', url = '' } = this.#finding()?.values ?? {};
    if (!(await this.#confirmations.ask(replaceQuestion(found, url)))) return;
    if (!(await this.#confirmations.ask(replaceSurelyQuestion(found)))) return;
    // The button goes away with the finding, and would take the focus along.
    const button = this.replaceButton();
    if (button) focusHeadingAbove(button.nativeElement);
    await this.connect(found);
  }

  #await(state: string): void {
    this.waiting.set('waiting');
    timer(EVERY / 2, EVERY)
      .pipe(
        take(TIMES),
        exhaustMap(() => this.#asked()),
        tap((setup) => {
          if (setup) this.#setup.set(setup);
        }),
        takeWhile((setup) => setup?.verified_state !== state, true),
        takeWhile(() => this.#finding()?.values?.['state'] === state),
        takeUntilDestroyed(this.#destroyed),
      )
      .subscribe({
        next: (setup) => {
          if (setup?.verified_state === state) this.waiting.set('arrived');
        },
        complete: () => {
          if (this.#finding()?.values?.['state'] === state && this.waiting() === 'waiting')
            this.waiting.set('missing');
        },
      });
  }

  #asked(): Observable<Setup | undefined> {
    return this.#http.get<Setup>(PATH).pipe(catchError(() => of(undefined)));
  }
}

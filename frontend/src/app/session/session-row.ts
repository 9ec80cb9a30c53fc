import { Component, ElementRef, computed, effect, input, output, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { Failure } from '../problem/failure';
import { ProblemNotice } from '../problem/problem-notice';
import { deviceOf } from '../ui/device';
import { Icon } from '../ui/icon';
import { TimeInLocale, timeInLocale } from '../ui/in-locale';
import { TimeAgo } from '../ui/time-ago';
import { LiveSession } from './live-session';

/** One session: its device, its address, its beginning, and the button that ends it. */
@Component({
  selector: 'app-session-row',
  imports: [Icon, MatButton, MatProgressBar, ProblemNotice, TimeAgo, TimeInLocale],
  templateUrl: './session-row.html',
  styleUrl: './session-row.scss',
  host: { '[class.ended]': 'ended()' },
})
export class SessionRow {
  readonly session = input.required<LiveSession>();
  readonly ending = input(false);
  /** Whether it was ended here since the list was loaded. */
  readonly ended = input(false);
  readonly failure = input<Failure>();
  readonly end = output();

  protected readonly device = computed(() => deviceOf(this.session().user_agent));
  private readonly gone = viewChild<ElementRef<HTMLElement>>('gone');
  #pressed = false;
  /** Its end by itself unless it is used; nothing if that is its last moment anyway. */
  protected readonly idleEnd = computed(() => {
    const { expires_at: idle, ends_at: end } = this.session();
    return idle === end ? undefined : idle;
  });
  /** Words for people who hear the button alone: they tell two sessions on the same kind of device apart. */
  protected readonly which = computed(() => {
    const device = this.device().words;
    const since = timeInLocale(this.session().created_at ?? '');
    return $localize`:@@session.row.which:the session on ${device}:device:, signed in ${since}:since:`;
  });

  constructor() {
    // These words have replaced the pressed button, so the focus moves to them.
    effect(() => {
      const gone = this.gone();
      if (!gone || !this.#pressed) return;
      this.#pressed = false;
      gone.nativeElement.focus({ preventScroll: true });
    });
  }

  protected press(): void {
    this.#pressed = true;
    this.end.emit();
  }
}

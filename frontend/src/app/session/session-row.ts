import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { Failure } from '../problem/failure';
import { ProblemNotice } from '../problem/problem-notice';
import { deviceOf } from '../ui/device';
import { Icon } from '../ui/icon';
import { TimeInLocale, timeInLocale } from '../ui/in-locale';
import { LiveSession } from './live-session';

/** One session: on which device, from where and since when; and its end. */
@Component({
  selector: 'app-session-row',
  imports: [Icon, MatButton, MatProgressBar, ProblemNotice, TimeInLocale],
  templateUrl: './session-row.html',
  styleUrl: './session-row.scss',
})
export class SessionRow {
  readonly session = input.required<LiveSession>();
  readonly ending = input(false);
  readonly failure = input<Failure>();
  readonly end = output();

  protected readonly device = computed(() => deviceOf(this.session().user_agent));
  /** Tells two sessions on the same kind of device apart for who hears the button only. */
  protected readonly which = computed(() => {
    const since = timeInLocale(this.session().created_at ?? '');
    return ` the session on ${this.device().words}${since && `, signed in ${since}`}`;
  });
}

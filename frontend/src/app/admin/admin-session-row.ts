import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { Failure } from '../problem/failure';
import { ProblemNotice } from '../problem/problem-notice';
import { deviceOf } from '../ui/device';
import { Icon } from '../ui/icon';
import { TimeInLocale } from '../ui/in-locale';
import { TimeAgo } from '../ui/time-ago';
import { AdminSession } from './admin-account';

/**
 * The state of a row: `live`, about to end, or ended while the page was open. In the last case the row stays
 * where it is.
 */
export type SessionState = 'live' | 'ending' | 'ended';

/**
 * One session of a person, and the button that ends it. The button never disappears, so that no row moves
 * under the pointer.
 */
@Component({
  selector: 'app-admin-session-row',
  imports: [Icon, MatButton, MatProgressBar, ProblemNotice, TimeAgo, TimeInLocale],
  templateUrl: './admin-session-row.html',
  styleUrl: './admin-session-row.scss',
  host: { '[class.ended]': "state() === 'ended'" },
})
export class AdminSessionRow {
  readonly session = input.required<AdminSession>();
  readonly state = input<SessionState>('live');
  readonly failure = input<Failure>();
  readonly end = output();

  protected readonly unknown = $localize`:@@admin.unknown:unknown`;
  protected readonly device = computed(() => deviceOf(this.session().user_agent));
  /** Its end by itself unless it is used; nothing if that is its last moment anyway. */
  protected readonly idleEnd = computed(() => {
    const { expires_at: idle, ends_at: end } = this.session();
    return idle === end ? undefined : idle;
  });
}

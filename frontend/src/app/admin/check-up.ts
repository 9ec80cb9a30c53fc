import { httpResource } from '@angular/common/http';
import { Component, computed } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { RouterLink } from '@angular/router';
import { failureIn } from '../problem/failure-in';
import { ProblemNotice } from '../problem/problem-notice';
import { Icon } from '../ui/icon';
import { IconName } from '../ui/icons';
import { TimeInLocale } from '../ui/in-locale';

interface Finding {
  readonly check: string;
  readonly verdict: string;
  readonly detail: string;
  readonly cure: string;
}

interface CheckUpMade {
  readonly checked_at: string;
  readonly findings: readonly Finding[];
}

/** The worst first. */
const VERDICTS: readonly {
  readonly code: string;
  readonly words: string;
  readonly icon: IconName;
  readonly tone: string;
}[] = [
  { code: 'trouble', words: 'Trouble', icon: 'error', tone: 'bad' },
  { code: 'warning', words: 'Will be trouble', icon: 'warning', tone: 'trouble' },
  { code: 'unknown', words: 'Could not be found out', icon: 'info', tone: 'plain' },
  { code: 'fine', words: 'Fine', icon: 'check', tone: 'good' },
];

/** What is wrong with this installation, for administrators, and what to do about it. */
@Component({
  selector: 'app-check-up',
  imports: [Icon, MatButton, MatProgressBar, ProblemNotice, RouterLink, TimeInLocale],
  templateUrl: './check-up.html',
  styleUrl: './check-up.scss',
})
export class CheckUp {
  protected readonly made = httpResource<CheckUpMade>(() => '/api/admin/doctor');
  protected readonly failure = failureIn(this.made);
  protected readonly known = computed(() => (this.made.hasValue() ? this.made.value() : undefined));
  protected readonly groups = computed(() =>
    VERDICTS.map((verdict) => ({
      verdict,
      findings: (this.known()?.findings ?? [])
        .filter((finding) => finding.verdict === verdict.code)
        .map((finding) => ({ ...finding, name: finding.check.replaceAll('_', ' ') })),
    })).filter(({ findings }) => findings.length > 0),
  );
}

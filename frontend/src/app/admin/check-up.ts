import { httpResource } from '@angular/common/http';
import { Clipboard } from '@angular/cdk/clipboard';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { failureIn } from '../problem/failure-in';
import { kept } from '../problem/kept';
import { ProblemNotice } from '../problem/problem-notice';
import { Feedback } from '../ui/feedback';
import { Icon } from '../ui/icon';
import { IconName } from '../ui/icons';
import { TimeInLocale } from '../ui/in-locale';
import { AdminTabs } from './admin-tabs';
import { checkName } from './check-names';
import { Finding } from './finding';
import { inWords } from './finding-words';
import { StateWords, Tone } from './admin-words';
import { SignalConnection } from './signal-connection';
import { StateMark } from './state-mark';

interface CheckUpMade {
  readonly checked_at: string;
  /** The version of the server that answered; a server that is still to be upgraded does not send it. */
  readonly version?: string;
  readonly findings: readonly Finding[];
}

/** The verdicts, the worst first. */
const VERDICTS: readonly {
  readonly code: string;
  readonly words: string;
  readonly icon: IconName;
  readonly tone: Tone;
}[] = [
  { code: 'trouble', words: $localize`:@@admin.verdict.trouble:Problems`, icon: 'error', tone: 'bad' },
  { code: 'warning', words: $localize`:@@admin.verdict.warning:Warnings`, icon: 'warning', tone: 'warning' },
  { code: 'unknown', words: $localize`:@@admin.verdict.unknown:Not known`, icon: 'info', tone: 'plain' },
  { code: 'fine', words: $localize`:@@admin.verdict.fine:Fine`, icon: 'check', tone: 'good' },
];

/** The findings about this installation, for administrators, and what to do about each. */
@Component({
  selector: 'app-check-up',
  imports: [
    AdminTabs,
    Icon,
    MatButton,
    MatProgressBar,
    ProblemNotice,
    SignalConnection,
    StateMark,
    TimeInLocale,
  ],
  templateUrl: './check-up.html',
  styleUrl: './check-up.scss',
})
export class CheckUp {
  readonly #clipboard = inject(Clipboard);
  readonly #feedback = inject(Feedback);
  protected readonly made = httpResource<CheckUpMade>(() => '/api/admin/doctor');
  protected readonly failure = failureIn(this.made);
  protected readonly known = kept(this.made);
  protected readonly groups = computed(() =>
    VERDICTS.map((verdict) => ({
      verdict,
      findings: (this.known()?.findings ?? [])
        .filter((finding) => finding.verdict === verdict.code)
        .map((finding) => ({ ...inWords(finding), name: checkName(finding.check) })),
    })).filter(({ findings }) => findings.length > 0),
  );
  /** The numbers of findings as marks, such as "2 warnings". */
  protected readonly counts = computed<readonly StateWords[]>(() =>
    this.groups().map(({ verdict, findings }) => ({
      words: `${verdict.words}: ${findings.length.toString()}`,
      tone: verdict.tone,
    })),
  );

  /** The text that the browser did not allow to copy: the code of a check, or `all`. */
  protected readonly notCopied = signal<string | undefined>(undefined);

  protected copyCure({ check, cure }: Finding): void {
    this.#copy(check, `${cure}.`);
  }

  /** Copies all findings as text, for a ticket. */
  protected copyAll(): void {
    const lines = this.groups().flatMap(({ verdict, findings }) =>
      findings.map(
        ({ check, detail, cure }) =>
          `[${verdict.code}] ${check}: ${detail}.${cure === '' ? '' : ` ${cure}.`}`,
      ),
    );
    const head = ['Holdfast', this.known()?.version, this.known()?.checked_at];
    this.#copy('all', [head.filter((word) => word !== undefined).join(' '), ...lines].join('\n'));
  }

  #copy(what: string, text: string): void {
    const copied = this.#clipboard.copy(text);
    this.notCopied.set(copied ? undefined : what);
    if (copied) this.#feedback.done($localize`:@@admin.check-up.copied:Copied.`);
  }
}

import { ConsentOutcome } from '@holdfast/session';

const REFUSED = $localize`:@@problem.consent.refused:You did not allow it at Google, so nothing has changed.`;
const UNSURE = $localize`:@@problem.consent.unsure:This did not work out, so nothing has changed. Try it again in a moment.`;

const WORDS: Readonly<Record<string, string>> = {
  cancelled: REFUSED,
  other_account: $localize`:@@problem.consent.other-account:You chose another account at Google than the one you are signed in with, so nothing has changed. Choose the same account.`,
};

/** Tells the outcome of asking for a permission at Google; undefined if it was given, or while the page goes there. */
export function consentWords(outcome: ConsentOutcome<unknown> | undefined): string | undefined {
  switch (outcome?.kind) {
    case 'refused':
      return outcome.reason === undefined
        ? REFUSED
        : Object.hasOwn(WORDS, outcome.reason)
          ? WORDS[outcome.reason]
          : UNSURE;
    case 'cancelled':
      return $localize`:@@problem.consent.cancelled:You came back before you had finished at Google, so nothing has changed.`;
    case 'unconfirmed':
      return $localize`:@@problem.consent.unconfirmed:We cannot check right now what you allowed at Google. Try it again in a moment.`;
    case 'impossible':
      return UNSURE;
    default:
      return undefined;
  }
}

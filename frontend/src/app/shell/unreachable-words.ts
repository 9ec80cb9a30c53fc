import { Trouble } from '@holdfast/session';

/** Why it is not known who is signed in, and what may help. */
export interface UnreachableWords {
  readonly title: string;
  readonly advice: string;
}

/** A server that refuses is there: no connection needs a check, and hardly anything comes of waiting. */
export function unreachableWords(trouble: Trouble | undefined): UnreachableWords {
  if (trouble?.code === 'cross_site_request') {
    return {
      title: 'Holdfast does not know this address',
      advice: 'Holdfast was opened at an address it does not know; open it at its own address.',
    };
  }
  if (trouble && trouble.status >= 400 && trouble.status < 500) {
    return {
      title: 'Holdfast does not accept what this page asks',
      advice: 'We keep trying. Load the page again; if that does not help, tell whoever runs Holdfast.',
    };
  }
  return {
    title: 'Holdfast cannot be reached',
    advice: 'We keep trying; check your connection.',
  };
}

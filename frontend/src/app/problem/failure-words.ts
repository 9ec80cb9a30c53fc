/** What a failure means to the person, and whether another try may help. */
export interface FailureWords {
  readonly text: string;
  readonly retry: boolean;
}

const WORDS: Readonly<Record<string, FailureWords>> = {
  unreachable: {
    text: 'Holdfast cannot be reached. Check your connection; you are still signed in.',
    retry: true,
  },
  signed_out: { text: 'You are not signed in any more.', retry: false },
  broken_off: { text: 'The connection broke off before everything had arrived.', retry: true },
  google_unavailable: {
    text: 'Google is not answering right now. Nothing is lost, and you are still signed in.',
    retry: true,
  },
  google_rate_limited: {
    text: 'Google asks us to slow down: too many requests in a short time.',
    retry: true,
  },
  google_error: { text: 'Google answered with something we could not use.', retry: true },
  storage_unavailable: {
    text: 'Holdfast has trouble with its own storage. You are still signed in.',
    retry: true,
  },
  google_scope_missing: {
    text: 'Holdfast may not read your Drive: this permission was not given at Google. You can give it now.',
    retry: false,
  },
  google_forbidden: {
    text: 'Google does not allow you this file. Its owner can share it with you.',
    retry: false,
  },
  not_downloadable: { text: 'This cannot be downloaded, but you can open it in Google Drive.', retry: false },
  not_found: { text: 'This is not there any more. It may have been deleted or moved.', retry: false },
  too_large: {
    text: 'This file is too large to download here. You can open it in Google Drive and download it there.',
    retry: false,
  },
};

/** A sentence for every failure; those we do not know get an honest general one. */
export function failureWords(code: string): FailureWords {
  return WORDS[code] ?? { text: 'Something went wrong on our side.', retry: true };
}

/** What a failure means to the person, and what may help: another try, or the page loaded anew. */
export interface FailureWords {
  readonly text: string;
  readonly helps: 'retry' | 'reload' | 'neither';
}

const OUTDATED = reload(
  'This page and the server do not understand each other; the page may be out of date.',
);

const WORDS: Readonly<Record<string, FailureWords>> = {
  unreachable: retry('Holdfast cannot be reached. Check your connection; you are still signed in.'),
  signed_out: neither('You are not signed in any more.'),
  broken_off: retry('The connection broke off before everything had arrived.'),
  google_unavailable: retry(
    'Google is not answering right now. Nothing is lost, and you are still signed in.',
  ),
  google_rate_limited: retry('Google asks us to slow down: too many requests in a short time.'),
  google_error: retry('Google answered with something we could not use.'),
  storage_unavailable: retry('Holdfast has trouble with its own storage. You are still signed in.'),
  internal_error: retry('Something went wrong on our side.'),
  google_scope_missing: neither(
    'Holdfast may not do this: a permission was not given at Google. You can give it now.',
  ),
  google_forbidden: neither(
    'Google does not allow this to your account. If it is about a file of somebody else, its owner can share it with you.',
  ),
  forbidden: neither('This is not allowed to you.'),
  cross_site_request: reload('Your browser sent this in a way that Holdfast does not trust.'),
  not_downloadable: neither('This cannot be downloaded, but you can open it in Google Drive.'),
  own_account: neither('Nobody does this to their own account. Another administrator can.'),
  not_found: neither('This is not there any more. It may have been deleted or moved.'),
  too_large: neither(
    'This file is too large to download here. You can open it in Google Drive and download it there.',
  ),
  invalid_request: OUTDATED,
  method_not_allowed: OUTDATED,
  not_acceptable: OUTDATED,
  payload_too_large: OUTDATED,
  uri_too_long: OUTDATED,
  unsupported_media_type: OUTDATED,
  headers_too_large: OUTDATED,
  not_implemented: OUTDATED,
};

/** A sentence for every failure; those we do not know get an honest general one. */
export function failureWords(code: string): FailureWords {
  return (Object.hasOwn(WORDS, code) ? WORDS[code] : undefined) ?? retry('Something went wrong.');
}

function retry(text: string): FailureWords {
  return { text, helps: 'retry' };
}

function reload(text: string): FailureWords {
  return { text, helps: 'reload' };
}

function neither(text: string): FailureWords {
  return { text, helps: 'neither' };
}

import { installation } from '../ui/installation';

/**
 * The meaning of a failure for the person, and the help: another try, or loading the page again. `level` is
 * its look. `error`: the software or a service is broken. `warning`: it passes. `info`: all works, and the
 * person decides what comes next.
 */
export interface FailureWords {
  readonly text: string;
  readonly helps: 'retry' | 'reload' | 'neither';
  readonly level: 'error' | 'warning' | 'info';
}

const NAME = installation.name;

const OUTDATED = reload(
  $localize`:@@problem.outdated:This page does not match the server any more. It may be out of date.`,
);

const WORDS: Readonly<Record<string, FailureWords>> = {
  unreachable: passes(
    $localize`:@@problem.unreachable:${NAME}:name: cannot be reached. Check your connection. You are still signed in.`,
  ),
  signed_out: info($localize`:@@problem.signed-out:You are not signed in any more.`),
  stopped: passes($localize`:@@problem.stopped:You stopped waiting. Nothing has changed.`),
  broken_off: passes($localize`:@@problem.broken-off:The connection broke before everything had arrived.`),
  answer_broken_off: passes(
    $localize`:@@problem.answer-broken-off:The answer broke off. What is there may be only its beginning.`,
  ),
  google_unavailable: passes(
    $localize`:@@problem.google-unavailable:Google is not answering right now. Nothing is lost, and you are still signed in.`,
  ),
  google_rate_limited: passes(
    $localize`:@@problem.google-rate-limited:Google asks us to slow down: too many requests in a short time.`,
  ),
  google_error: broken($localize`:@@problem.google-error:Google sent an answer that we cannot use.`),
  google_not_enabled: error(
    $localize`:@@problem.google-not-enabled:${NAME}:name: is not set up completely: the Google API for this is not switched on. An administrator can change that; the check-up page says how.`,
  ),
  storage_unavailable: passes(
    $localize`:@@problem.storage-unavailable:${NAME}:name: has trouble with its own storage. You are still signed in.`,
  ),
  server_busy: passes(
    $localize`:@@problem.server-busy:${NAME}:name: has no room for this right now. You are still signed in.`,
  ),
  signals_under_way: passes(
    $localize`:@@problem.signals-under-way:Another attempt to connect them is under way, in another tab or by another administrator. It takes 20 seconds at most.`,
  ),
  internal_error: broken($localize`:@@problem.internal-error:Something went wrong on our side.`),
  google_scope_missing: info(
    $localize`:@@problem.google-scope-missing:${NAME}:name: needs one more permission from you:`,
  ),
  google_forbidden: info(
    $localize`:@@problem.google-forbidden:Google denied access and did not say why. Try it in Google Drive, or ask the owner of the file.`,
  ),
  forbidden: info($localize`:@@problem.forbidden:Your account may not do this. Ask your administrator.`),
  cross_site_request: reload(
    $localize`:@@problem.cross-site:Your browser sent this in a way that ${NAME}:name: does not trust.`,
  ),
  not_downloadable: info(
    $localize`:@@problem.not-downloadable:Google exports documents only up to 10 MB, and some kinds not at all. Open it in Google Drive instead.`,
  ),
  not_answerable: info(
    $localize`:@@problem.not-answerable:Gemini cannot read this kind of file. Open it in Google Drive instead.`,
  ),
  document_too_long: info(
    $localize`:@@problem.document-too-long:This file is too long for Gemini to read. Ask about a shorter one.`,
  ),
  too_many_requests: passes(
    $localize`:@@problem.too-many-requests:That was more than ${NAME}:name: does for one person in a short time.`,
  ),
  conflict: reload(
    $localize`:@@problem.conflict:Google refused this because it does not fit what is there now. It may have been changed elsewhere.`,
  ),
  gone: info($localize`:@@problem.gone:Google does not have this any more.`),
  precondition_failed: reload(
    $localize`:@@problem.precondition-failed:This was changed elsewhere while you were looking at it. Nothing of yours was saved.`,
  ),
  range_not_satisfiable: reload(
    $localize`:@@problem.range-not-satisfiable:There is less of this than expected. It may have been changed elsewhere.`,
  ),
  own_account: info(
    $localize`:@@problem.own-account:You cannot do this to your own account. Another administrator can.`,
  ),
  not_found: info(
    $localize`:@@problem.not-found:This is not there any more. It may have been deleted or moved.`,
  ),
  too_large: info(
    $localize`:@@problem.too-large:This file is too large to download here. Open it in Google Drive and download it there.`,
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

/** The words for Google's reasons, by the server's `google_reason`. */
const GOOGLES_REASONS: Readonly<Record<string, FailureWords>> = {
  abusive: info(
    $localize`:@@problem.reason.abusive:Google flagged this file as malware or spam. Its owner can still download it in Google Drive.`,
  ),
  download_quota: info(
    $localize`:@@problem.reason.download-quota:This file was downloaded too often. Google allows it again later, often the next day.`,
  ),
  domain_policy: info(
    $localize`:@@problem.reason.domain-policy:Your organisation, or the one that owns this file, does not allow this. Ask its Google administrator.`,
  ),
  app_not_authorized: info(
    $localize`:@@problem.reason.app-not-authorized:${NAME}:name: may only see files that you opened with it, and this is not one of them. Open it in Google Drive.`,
  ),
  not_downloadable_by_you: info(
    $localize`:@@problem.reason.not-downloadable-by-you:The owner lets you view this file, but not download it. Ask the owner, or view it in Google Drive.`,
  ),
  shared_drive_membership: info(
    $localize`:@@problem.reason.shared-drive-membership:This file is in a shared drive that you are not a member of. Ask a manager of that drive to add you.`,
  ),
  no_permission: info(
    $localize`:@@problem.reason.no-permission:You do not have access to this file. Ask its owner to share it with you.`,
  ),
};

/** Returns a sentence for every failure; unknown ones get an honest general one. */
export function failureWords(code: string, reason?: string): FailureWords {
  return (
    (code === 'google_forbidden' ? known(GOOGLES_REASONS, reason) : undefined) ??
    known(WORDS, code) ??
    broken($localize`:@@problem.unexpected:Something went wrong.`)
  );
}

function known<T>(words: Readonly<Record<string, T>>, key: string | undefined): T | undefined {
  return key !== undefined && Object.hasOwn(words, key) ? words[key] : undefined;
}

function passes(text: string): FailureWords {
  return { text, helps: 'retry', level: 'warning' };
}

function broken(text: string): FailureWords {
  return { text, helps: 'retry', level: 'error' };
}

function error(text: string): FailureWords {
  return { text, helps: 'neither', level: 'error' };
}

function reload(text: string): FailureWords {
  return { text, helps: 'reload', level: 'error' };
}

function info(text: string): FailureWords {
  return { text, helps: 'neither', level: 'info' };
}

import { HttpErrorResponse, HttpHeaders } from '@angular/common/http';
import { RefreshUnavailableError, SessionEndedError } from '@holdfast/session';
import { failureOf } from './failure';
import { failureWords } from './failure-words';

describe('failureOf', () => {
  const now = 1_000_000;

  function refusal(status: number, error: unknown, headers = {}): HttpErrorResponse {
    return new HttpErrorResponse({ status, error, headers: new HttpHeaders(headers) });
  }

  it('readsTheProblemOfTheServer', async () => {
    const problem = { code: 'not_downloadable', web_view_link: 'https://drive.google.com/x' };
    await expect(failureOf(refusal(409, problem), now)).resolves.toMatchObject({
      code: 'not_downloadable',
      webViewLink: 'https://drive.google.com/x',
    });
  });

  it('readsTheProblemOfARefusedDownload', async () => {
    const body = new Blob([
      JSON.stringify({ code: 'google_scope_missing', missing_scopes: ['a'], sign_in: '/b' }),
    ]);
    await expect(failureOf(refusal(403, body), now)).resolves.toMatchObject({
      code: 'google_scope_missing',
      missingScopes: ['a'],
      signIn: '/b',
    });
  });

  it.each([
    [{ 'Retry-After': '7' }, {}, now + 7_000],
    [{}, { retry_after: 9 }, now + 9_000],
    [{ 'Retry-After': 'soon' }, {}, now],
    [{ 'Retry-After': '999999' }, {}, now + 3_600_000],
  ])('waitsWith%oAnd%oUntil%d', async (headers, member, retryAt) => {
    const failure = await failureOf(refusal(503, { code: 'google_unavailable', ...member }, headers), now);
    expect(failure.retryAt).toBe(retryAt);
  });

  it.each([
    [refusal(0, null), 'unreachable'],
    [refusal(500, '<html>'), 'unreachable'],
    [refusal(418, '<html>'), 'unexpected'],
    [new SessionEndedError('idle'), 'signed_out'],
    [new RefreshUnavailableError(5), 'unreachable'],
    [new Error('anything'), 'unexpected'],
  ])('of%sIs%s', async (error, code) => {
    await expect(failureOf(error, now)).resolves.toMatchObject({ code });
  });

  it.each(
    // Every code of the server's refusals that a page can get.
    'cross_site_request google_scope_missing google_forbidden forbidden not_downloadable not_found invalid_request method_not_allowed not_acceptable payload_too_large uri_too_long unsupported_media_type headers_too_large google_rate_limited too_many_requests conflict gone precondition_failed range_not_satisfiable own_account not_answerable document_too_long internal_error not_implemented google_error google_not_enabled google_unavailable storage_unavailable server_busy'.split(
      ' ',
    ),
  )('hasItsOwnWordsFor%s', (code) => {
    expect(failureWords(code)).not.toEqual(failureWords('unknown'));
  });

  it.each(
    'abusive download_quota domain_policy app_not_authorized not_downloadable_by_you shared_drive_membership no_permission'.split(
      ' ',
    ),
  )('tellsWhyGoogleRefusedBecauseOf%s', (reason) => {
    expect(failureWords('google_forbidden', reason)).not.toEqual(failureWords('google_forbidden'));
    expect(failureWords('not_found', reason)).toEqual(failureWords('not_found'));
  });

  it.each(['toString', 'brand_new'])('hasTheGeneralWordsForTheUnknownReason%s', (reason) => {
    expect(failureWords('google_forbidden', reason)).toEqual(failureWords('google_forbidden'));
  });

  it('readsWhyGoogleRefused', async () => {
    const problem = { code: 'google_forbidden', google_reason: 'abusive', reason: 'abusive' };
    await expect(failureOf(refusal(403, problem), now)).resolves.toMatchObject({ reason: 'abusive' });
    await expect(
      failureOf(refusal(400, { code: 'invalid_request', reason: 'page_token' }), now),
    ).resolves.toMatchObject({ reason: 'page_token' });
  });

  it('hasWordsForAnUnknownCodeWithoutShowingIt', () => {
    expect(failureWords('brand_new_code').text).not.toContain('brand_new_code');
  });
});

import { inject } from '@angular/core';
import { RedirectCommand, Router } from '@angular/router';
import { Session } from '@holdfast/session';

/**
 * `canActivate`: when another person has signed in in another tab and this document was loaded anew for it, what stands
 * in the address after the path is the question of the person before. It is dropped before it is asked, shown or left in
 * the history.
 */
export async function withoutFormerQuestion(): Promise<true | RedirectCommand> {
  const [session, router] = [inject(Session), inject(Router)];
  const navigation = router.currentNavigation();
  await session.settled();
  // Where the person goes after the first page, and what they ask there, is their own.
  if (!session.accountChanged() || navigation?.id !== 1) return true;
  const asked = navigation.extractedUrl.toString();
  const [path = '/'] = asked.split(/[?#]/u);
  return path === asked ? true : new RedirectCommand(router.parseUrl(path), { replaceUrl: true });
}

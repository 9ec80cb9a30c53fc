import { inject } from '@angular/core';
import { RedirectCommand, Router } from '@angular/router';
import { Session } from '@holdfast/session';

/**
 * A `canActivate` guard for a document that was loaded again because another person has signed in in another
 * tab. The part of the address after the path is then a question of the previous person. The guard drops it
 * before it is asked, shown or left in the history.
 */
export async function withoutFormerQuestion(): Promise<true | RedirectCommand> {
  const [session, router] = [inject(Session), inject(Router)];
  const navigation = router.currentNavigation();
  await session.settled();
  // Later addresses and questions are this person's own.
  if (!session.accountChanged() || navigation?.id !== 1) return true;
  const asked = navigation.extractedUrl.toString();
  const [path = '/'] = asked.split(/[?#]/u);
  return path === asked ? true : new RedirectCommand(router.parseUrl(path), { replaceUrl: true });
}

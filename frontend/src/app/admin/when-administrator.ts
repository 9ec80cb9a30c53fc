import { inject } from '@angular/core';
import { Session } from '@holdfast/session';

/** A `canMatch` guard: for other people there is no such page. */
export async function whenAdministrator(): Promise<boolean> {
  const session = inject(Session);
  await session.settled();
  return session.roles().includes('admin');
}

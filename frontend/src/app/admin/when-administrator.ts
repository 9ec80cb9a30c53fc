import { inject } from '@angular/core';
import { Session } from '@holdfast/session';

/** `canMatch`: for everybody else there is no such page. */
export async function whenAdministrator(): Promise<boolean> {
  const session = inject(Session);
  await session.settled();
  return session.roles().includes('admin');
}

import { Injectable, effect, inject } from '@angular/core';
import { Session } from '@holdfast/session';

/** A folder on the way from the top to the one that is shown. */
export interface Step {
  readonly id: string;
  readonly name: string;
}

/** The longest way that is told; a way cannot be endless even if folders name each other. */
const LONGEST = 20;

/**
 * The names of the folders that the person has entered, and the ways that led there. They are in the memory of the tab
 * only and must not outlive the session; after the page is loaded again, a folder has no name here.
 */
@Injectable({ providedIn: 'root' })
export class FolderTrail {
  readonly #entered = new Map<string, Step & { readonly from: string }>();

  constructor() {
    const session = inject(Session);
    effect(() => {
      if (session.status() === 'ended') this.#entered.clear();
    });
  }

  /** Notes that the person enters a folder from the folder `from`, which is empty for a list of all files. */
  enter(folder: Step, from: string): void {
    if (this.to(from).every(({ id }) => id !== folder.id)) this.#entered.set(folder.id, { ...folder, from });
  }

  /** Returns the folders from the top down to this one; a folder without a known name has a general one. */
  to(folder: string): readonly Step[] {
    const steps: Step[] = [];
    let id = folder;
    while (id !== '' && steps.length < LONGEST) {
      const entered = this.#entered.get(id);
      steps.unshift({ id, name: entered?.name ?? $localize`:@@drive.folder.unknown:Folder` });
      id = entered?.from ?? '';
    }
    return steps;
  }
}

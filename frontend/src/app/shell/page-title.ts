import { Injectable, inject } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { installation } from '../ui/installation';

/** "Your files · Holdfast", with the name of this installation; the search of the page comes first. */
@Injectable()
export class PageTitle extends TitleStrategy {
  readonly #title = inject(Title);

  override updateTitle(snapshot: RouterStateSnapshot): void {
    const page = this.buildTitle(snapshot);
    const search = snapshot.root.queryParamMap.get('q')?.trim();
    this.#title.setTitle([search, page, installation.name].filter(Boolean).join(' · '));
  }
}

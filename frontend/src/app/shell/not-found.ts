import { Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';

/** The page for an unknown address. */
@Component({
  selector: 'app-not-found',
  imports: [MatButton, RouterLink],
  template: `
    <h1 tabindex="-1" i18n="@@shell.nowhere.title">There is no such page</h1>
    <p i18n="@@shell.nowhere.text">The address may be mistyped or out of date.</p>
    <a matButton="filled" routerLink="/files" i18n="@@shell.nowhere.files">Go to your files</a>
  `,
})
export class NotFound {}

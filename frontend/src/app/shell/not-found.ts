import { Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';

/** For an address that leads nowhere. */
@Component({
  selector: 'app-not-found',
  imports: [MatButton, RouterLink],
  template: `
    <h1 tabindex="-1">There is no such page</h1>
    <p>The address may be mistyped or out of date.</p>
    <a matButton="filled" routerLink="/files">Go to my files</a>
  `,
})
export class NotFound {}

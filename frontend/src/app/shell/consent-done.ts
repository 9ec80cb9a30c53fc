import { Component } from '@angular/core';

/** For a window that went to Google for a permission, where the browser does not let it close itself. */
@Component({
  selector: 'app-consent-done',
  template: `
    <h1 tabindex="-1" i18n="@@shell.consent.title">You’re back from Google</h1>
    <p i18n="@@shell.consent.text">You can close this window and go on in the one you came from.</p>
    <!-- A plain link: this window has not restored the session. -->
    <a href="/files" i18n="@@shell.consent.files">Go to your files instead</a>
  `,
})
export class ConsentDone {}

import { Component } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';

/** The pages of administration, above each of them. */
@Component({
  selector: 'app-admin-tabs',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav i18n-aria-label="@@admin.tabs" aria-label="Administration">
      <a
        routerLink="/admin/accounts"
        routerLinkActive="here"
        ariaCurrentWhenActive="page"
        i18n="@@admin.tabs.accounts"
        >Accounts</a
      >
      <a
        routerLink="/admin/audit"
        routerLinkActive="here"
        ariaCurrentWhenActive="page"
        i18n="@@admin.tabs.audit"
        >Audit log</a
      >
      <a
        routerLink="/admin/doctor"
        routerLinkActive="here"
        ariaCurrentWhenActive="page"
        i18n="@@admin.tabs.check-up"
        >Check-up</a
      >
    </nav>
  `,
  styles: `
    nav {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.25rem;
      border-block-end: 1px solid var(--mat-sys-outline-variant);
    }
    a {
      padding: 0.625rem 0.75rem;
      border-block-end: 3px solid transparent;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-title-small);
      text-decoration: none;
    }
    a:hover {
      background: var(--mat-sys-surface-container);
    }
    a.here {
      border-color: var(--mat-sys-primary);
      color: var(--mat-sys-primary);
    }
    /* There, what is transparent or a hover's ground is drawn in the system's colours. */
    @media (forced-colors: active) {
      a {
        border-color: Canvas;
      }
      a.here {
        border-color: Highlight;
        text-decoration: underline;
      }
    }
  `,
})
export class AdminTabs {}

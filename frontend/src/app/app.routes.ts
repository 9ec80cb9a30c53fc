import { Routes } from '@angular/router';
import { whenInRole, whenSignedIn } from '@holdfast/session';
import { withoutFormerQuestion } from './shell/new-person';
import { whenSigningIn } from './signin/when-signing-in';

/** For everybody else there is no such page. */
const whenAdministrator = whenInRole('admin');

export const routes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'files' },
  {
    path: 'login',
    title: $localize`:@@shell.title.sign-in:Sign in`,
    canActivate: [whenSigningIn],
    loadComponent: () => import('./signin/login').then(({ Login }) => Login),
  },
  {
    path: 'files',
    title: $localize`:@@shell.title.files:Your files`,
    canActivate: [whenSignedIn, withoutFormerQuestion],
    loadComponent: () => import('./drive/files').then(({ Files }) => Files),
  },
  {
    path: 'meetings',
    title: $localize`:@@shell.title.meetings:Next meetings`,
    canActivate: [whenSignedIn, withoutFormerQuestion],
    loadComponent: () => import('./demo/meetings').then(({ Meetings }) => Meetings),
  },
  {
    path: 'account',
    title: $localize`:@@shell.title.account:Your account`,
    canActivate: [whenSignedIn, withoutFormerQuestion],
    loadComponent: () => import('./account/account').then(({ Account }) => Account),
  },
  {
    path: 'sessions',
    title: $localize`:@@shell.title.sessions:Your sessions`,
    canActivate: [whenSignedIn, withoutFormerQuestion],
    loadComponent: () => import('./session/sessions').then(({ Sessions }) => Sessions),
  },
  {
    path: 'activity',
    title: $localize`:@@shell.title.activity:Your activity`,
    canActivate: [whenSignedIn, withoutFormerQuestion],
    loadComponent: () => import('./account/activity').then(({ Activity }) => Activity),
  },
  {
    // The window that went to Google comes back here, and is closed at once if the browser lets it.
    path: 'consent',
    title: $localize`:@@shell.title.consent:Back from Google`,
    loadComponent: () => import('./shell/consent-done').then(({ ConsentDone }) => ConsentDone),
  },
  { path: 'admin', pathMatch: 'full', redirectTo: 'admin/accounts' },
  {
    path: 'admin/accounts',
    title: $localize`:@@shell.title.accounts:Accounts`,
    canMatch: [whenSignedIn, whenAdministrator],
    canActivate: [withoutFormerQuestion],
    loadComponent: () => import('./admin/accounts').then(({ Accounts }) => Accounts),
  },
  {
    path: 'admin/audit',
    title: $localize`:@@admin.audit:Audit log`,
    canMatch: [whenSignedIn, whenAdministrator],
    canActivate: [withoutFormerQuestion],
    loadComponent: () => import('./admin/audit').then(({ Audit }) => Audit),
  },
  {
    path: 'admin/doctor',
    title: $localize`:@@shell.title.check-up:Check-up`,
    canMatch: [whenSignedIn, whenAdministrator],
    canActivate: [withoutFormerQuestion],
    loadComponent: () => import('./admin/check-up').then(({ CheckUp }) => CheckUp),
  },
  {
    path: 'admin/accounts/:id',
    title: $localize`:@@shell.title.an-account:Account`,
    canMatch: [whenSignedIn, whenAdministrator],
    canActivate: [withoutFormerQuestion],
    loadComponent: () => import('./admin/account-details').then(({ AccountDetails }) => AccountDetails),
  },
  {
    path: '**',
    title: $localize`:@@shell.title.nowhere:Page not found`,
    loadComponent: () => import('./shell/not-found').then(({ NotFound }) => NotFound),
  },
];

import { Routes } from '@angular/router';
import { whenSignedIn } from '@holdfast/session';
import { whenAdministrator } from './admin/when-administrator';
import { whenSigningIn } from './signin/when-signing-in';

export const routes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'files' },
  {
    path: 'login',
    title: 'Sign in',
    canActivate: [whenSigningIn],
    loadComponent: () => import('./signin/login').then(({ Login }) => Login),
  },
  {
    path: 'files',
    title: 'My files',
    canActivate: [whenSignedIn],
    loadComponent: () => import('./drive/files').then(({ Files }) => Files),
  },
  {
    path: 'account',
    title: 'My account',
    canActivate: [whenSignedIn],
    loadComponent: () => import('./account/account').then(({ Account }) => Account),
  },
  {
    path: 'sessions',
    title: 'My sessions',
    canActivate: [whenSignedIn],
    loadComponent: () => import('./session/sessions').then(({ Sessions }) => Sessions),
  },
  {
    path: 'activity',
    title: 'My activity',
    canActivate: [whenSignedIn],
    loadComponent: () => import('./account/activity').then(({ Activity }) => Activity),
  },
  {
    path: 'admin/accounts',
    title: 'Accounts',
    canMatch: [whenSignedIn, whenAdministrator],
    loadComponent: () => import('./admin/accounts').then(({ Accounts }) => Accounts),
  },
  {
    path: 'admin/doctor',
    title: 'Check-up',
    canMatch: [whenSignedIn, whenAdministrator],
    loadComponent: () => import('./admin/check-up').then(({ CheckUp }) => CheckUp),
  },
  {
    path: 'admin/accounts/:id',
    title: 'An account',
    canMatch: [whenSignedIn, whenAdministrator],
    loadComponent: () => import('./admin/account-details').then(({ AccountDetails }) => AccountDetails),
  },
  {
    path: '**',
    title: 'No such page',
    loadComponent: () => import('./shell/not-found').then(({ NotFound }) => NotFound),
  },
];

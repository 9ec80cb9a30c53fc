import { createApplication } from '@angular/platform-browser';
import { Router } from '@angular/router';
import { App } from './app';
import { appConfig } from './app.config';
import { routes } from './app.routes';
import { prepareLocale } from './ui/in-locale';

/**
 * Starts the application step by step, with a pause between any two in which the browser can paint and answer
 * the person: a telephone would noticeably hang if all ran in one go. Requests to the server come first,
 * because they take time elsewhere.
 */
export async function start(): Promise<void> {
  fetchPage(location.pathname);
  await pause();
  // This asks the server for the session.
  const application = await createApplication(appConfig);
  await pause();
  application.bootstrap(App);
  await pause();
  application.injector.get(Router).initialNavigation();
  await pause();
  prepareLocale();
}

/**
 * Fetches the code of the page at the same time as the session. If that fails, the router will find out and
 * say so.
 */
function fetchPage(address: string): void {
  const at = (path: string) => routes.find((route) => route.path === path);
  const entered = at(address.replace(/^\//, ''));
  const page = typeof entered?.redirectTo === 'string' ? at(entered.redirectTo) : entered;
  Promise.resolve(page?.loadComponent?.()).catch(() => undefined);
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

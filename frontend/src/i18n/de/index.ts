import '@angular/common/locales/global/de';
import { loadTranslations } from '@angular/localize';
import account from './account.json';
import admin from './admin.json';
import demo from './demo.json';
import drive from './drive.json';
import problem from './problem.json';
import session from './session.json';
import shell from './shell.json';
import signin from './signin.json';
import ui from './ui.json';

// One file for each room. `npm run i18ncheck` reports a missing one.
loadTranslations({
  ...account,
  ...admin,
  ...demo,
  ...drive,
  ...problem,
  ...session,
  ...shell,
  ...signin,
  ...ui,
});

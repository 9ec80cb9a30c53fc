import { Question } from '../ui/confirmation';

/** Returns the question before a session of a person ends. */
export function endSessionQuestion(name: string, device: string): Question {
  return {
    title: $localize`:@@admin.ask.end.title:End this session of ${name}:name:?`,
    points: [
      $localize`:@@admin.ask.end.device:${name}:name: is signed out on: ${device}:device:.`,
      $localize`:@@admin.ask.end.again:Signing in again is possible at once.`,
    ],
    yes: $localize`:@@admin.ask.end.yes:End session`,
  };
}

/** Returns the question before all sessions of a person end. */
export function endAllQuestion(name: string): Question {
  return {
    title: $localize`:@@admin.ask.end-all.title:End all sessions of ${name}:name:?`,
    points: [
      $localize`:@@admin.ask.end-all.everywhere:${name}:name: is signed out on every device, and can sign in again at once.`,
      $localize`:@@admin.ask.end-all.google:The connection to Google stays as it is.`,
    ],
    yes: $localize`:@@admin.ask.end-all.yes:End all sessions`,
  };
}

/** Returns the question before a person is shut out. */
export function disableQuestion(name: string): Question {
  return {
    title: $localize`:@@admin.ask.disable.title:Disable the account of ${name}:name:?`,
    points: [
      $localize`:@@admin.ask.disable.everywhere:${name}:name: is signed out on every device, and cannot sign in until an administrator enables the account again.`,
      $localize`:@@admin.ask.disable.kept:Nothing is deleted. The connection to Google stays stored.`,
    ],
    yes: $localize`:@@admin.ask.disable.yes:Disable account`,
  };
}

/** Returns the question before a person may sign in again although Google reports the Google account as disabled. */
export function unfreezeQuestion(name: string): Question {
  return {
    title: $localize`:@@admin.ask.unfreeze.title:Unfreeze the account of ${name}:name:?`,
    points: [
      $localize`:@@admin.ask.unfreeze.report:Google reported this Google Account as disabled. It may have been hijacked.`,
      $localize`:@@admin.ask.unfreeze.check:Talk to ${name}:name: first, but not by e-mail.`,
      $localize`:@@admin.ask.unfreeze.then:Signing in is possible again at once. A new report from Google freezes the account again.`,
    ],
    yes: $localize`:@@admin.ask.unfreeze.yes:Unfreeze account`,
  };
}

/** Returns the first question before the stream of signals is taken from another installation. */
export function replaceQuestion(found: string, url: string): Question {
  return {
    title: $localize`:@@admin.ask.replace.title:Send this project’s security signals here instead?`,
    points: [
      $localize`:@@admin.ask.replace.now:Google sends them to ${found}:found: now.`,
      $localize`:@@admin.ask.replace.then:From then on, it sends them to ${url}:url: only.`,
    ],
    yes: $localize`:@@admin.ask.replace.yes:Continue`,
  };
}

/** Returns the second one. */
export function replaceSurelyQuestion(found: string): Question {
  return {
    title: $localize`:@@admin.ask.replace-surely.title:Take the signals away from ${found}:found:?`,
    points: [
      $localize`:@@admin.ask.replace-surely.blind:The installation there is not told, and no longer learns of hijacked accounts.`,
      $localize`:@@admin.ask.replace-surely.undo:The only way back is to connect again from there.`,
    ],
    yes: $localize`:@@admin.ask.replace-surely.yes:Replace`,
    understood: $localize`:@@admin.ask.replace-surely.understood:Nothing in use needs the signals at that address.`,
  };
}

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

import { Trouble } from '@holdfast/session';
import { installation } from '../ui/installation';

/** The reason why the person is unknown, and what may help. */
export interface UnreachableWords {
  readonly title: string;
  readonly advice: string;
}

/**
 * Returns words for the trouble. A server that refuses can be reached, so checking the connection or waiting
 * hardly helps.
 */
export function unreachableWords(trouble: Trouble | undefined): UnreachableWords {
  const { name } = installation;
  if (trouble?.code === 'cross_site_request') {
    return {
      title: $localize`:@@shell.unreachable.address.title:${name}:name: does not know this address`,
      advice: ownAddress(),
    };
  }
  if (trouble && trouble.status >= 400 && trouble.status < 500) {
    return {
      title: $localize`:@@shell.unreachable.refused.title:${name}:name: does not accept what this page asks`,
      advice: $localize`:@@shell.unreachable.refused.advice:We keep trying. Reload the page; if that does not help, tell your administrator.`,
    };
  }
  return {
    title: $localize`:@@shell.unreachable.title:${name}:name: cannot be reached`,
    advice: $localize`:@@shell.unreachable.advice:We keep trying; check your connection.`,
  };
}

function ownAddress(): string {
  const { name, publicUrl } = installation;
  return publicUrl === undefined
    ? $localize`:@@shell.unreachable.address.advice:Open ${name}:name: at its own address.`
    : $localize`:@@shell.unreachable.address.advice-url:Open ${name}:name: at ${publicUrl}:address:.`;
}

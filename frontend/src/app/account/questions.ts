import { Question } from '../ui/confirmation';
import { installation } from '../ui/installation';

const { name } = installation;

/** The question before the connection to Google ends. */
export const DISCONNECT: Question = {
  title: $localize`:@@account.disconnect.title:Disconnect ${name}:name: from Google?`,
  points: [
    $localize`:@@account.disconnect.permission:${name}:name: deletes its access to your Drive and tells Google so.`,
    $localize`:@@account.disconnect.sessions:You are signed out on all your devices.`,
    $localize`:@@account.disconnect.files:Your files stay as they are. When you sign in again, Google asks for your permission again.`,
  ],
  yes: $localize`:@@account.disconnect.yes:Disconnect`,
};

/** The question before the account is deleted. */
export const ERASE: Question = {
  title: $localize`:@@account.erase.question:Delete everything about you?`,
  points: [
    $localize`:@@account.erase.data:Your name, your e-mail address, your sessions and your activity are deleted.`,
    $localize`:@@account.erase.permission:${name}:name: deletes its access to your Drive and tells Google so.`,
    $localize`:@@account.erase.sessions:You are signed out on all your devices.`,
    $localize`:@@account.erase.files:Your files at Google stay as they are. If you sign in again later, you start with a new account.`,
  ],
  yes: $localize`:@@account.erase.yes:Delete everything`,
  understood: $localize`:@@account.erase.understood:I understand that this cannot be undone`,
};

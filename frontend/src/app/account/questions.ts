import { Question } from '../ui/confirmation';

/** Before the connection to Google goes. */
export const DISCONNECT: Question = {
  title: 'Disconnect Holdfast from Google?',
  points: [
    'Holdfast deletes its permission to see your Drive and tells Google that it has ended.',
    'You are signed out on all your devices and browsers.',
    'Your files stay as they are. To use Holdfast again, sign in; Google will then ask you again.',
  ],
  yes: 'Disconnect',
};

/** Before everything goes. */
export const ERASE: Question = {
  title: 'Erase everything about you?',
  points: [
    'Holdfast forgets who you are: your name, your e-mail address, your sessions and your activity.',
    'It deletes its permission to see your Drive and tells Google that it has ended.',
    'You are signed out on all your devices and browsers.',
    'Your files at Google stay as they are. If you sign in again later, you begin anew.',
  ],
  yes: 'Erase everything',
  understood: 'I understand that this cannot be undone',
};

import { Question } from '../ui/confirmation';

/** Before all sessions of somebody go. */
export const END_ALL: Question = {
  title: 'End all sessions of this account?',
  points: [
    'The person is signed out on every device and in every browser, and can sign in again at once.',
    'The connection to Google stays as it is.',
  ],
  yes: 'End all sessions',
};

/** Before somebody is shut out. */
export const DISABLE: Question = {
  title: 'Disable this account?',
  points: [
    'The person is signed out on every device and in every browser, and cannot sign in until you enable the account again.',
    'Nothing is deleted. The connection to Google stays stored.',
  ],
  yes: 'Disable',
};

import { Clock } from '../engine/ports';

/** The machine's clock. */
export const SYSTEM_CLOCK: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  after: (delay, call) => {
    const timer = setTimeout(call, delay);
    return () => {
      clearTimeout(timer);
    };
  },
};

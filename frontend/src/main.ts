import { start } from './app/start';

start().catch((error: unknown) => {
  console.error(error);
});

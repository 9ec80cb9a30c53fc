import { prepareLanguage } from './app/ui/language';
import { prepareTheme } from './app/ui/theme';

// Texts become words as soon as their modules run, so the language is loaded before those modules are.
async function main(): Promise<void> {
  prepareTheme();
  await prepareLanguage();
  const { start } = await import('./app/start');
  await start();
}

main().catch((error: unknown) => {
  console.error(error);
});

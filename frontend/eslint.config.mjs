import eslint from '@eslint/js';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const bypass =
  'Nothing here may bypass the sanitizer: data of others is shown as text, and the CSP allows no such Trusted Types policy.';

/** Attributes that are no words for people. */
const WORDLESS = [
  'align',
  'appearance',
  'aria-controls',
  'aria-current',
  'aria-describedby',
  'aria-hidden',
  'aria-keyshortcuts',
  'aria-labelledby',
  'aria-live',
  'ariaCurrentWhenActive',
  'd',
  'enterkeyhint',
  'focusable',
  'form',
  'inputmode',
  'matButton',
  'mode',
  'ngSkipHydration',
  'popover',
  'popovertarget',
  'rel',
  'returnTo',
  'stroke-linecap',
  'subscriptSizing',
  'xPosition',
];
export default defineConfig(
  globalIgnores([
    'dist/',
    '.angular/',
    'node_modules/',
    'tools/node/',
    'tools/lighthouse/',
    'tools/firefox/',
    'tools/freshapp/',
    'coverage/',
    'test-results/',
    'playwright-report/',
  ]),
  {
    files: ['**/*.ts'],
    extends: [
      eslint.configs.recommended,
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
      angular.configs.tsRecommended,
      prettier,
    ],
    processor: angular.processInlineTemplates,
    languageOptions: {
      parserOptions: {
        project: [
          'tsconfig.spec.json',
          'tsconfig.app.json',
          'projects/session/tsconfig.spec.json',
          'e2e/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'max-lines': ['error', { max: 250 }],
      'no-restricted-syntax': [
        'error',
        { selector: 'Identifier[name=/^bypassSecurityTrust/]', message: bypass },
      ],
      'no-restricted-globals': ['error', 'sessionStorage', 'indexedDB'],
      '@angular-eslint/component-class-suffix': 'off',
      '@angular-eslint/directive-class-suffix': 'off',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { properties: false } }],
    },
  },
  {
    files: ['projects/session/core/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/*.fixture.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@angular/*', 'rxjs*', '**/angular/*', '@holdfast/session'],
              message: 'The engine knows no framework: what it needs from outside comes through ports.',
            },
          ],
        },
      ],
    },
  },
  { files: ['e2e/**/*.ts'], rules: { 'no-restricted-globals': 'off' } },
  // An account id, while the document is loaded anew; nothing else.
  { files: ['projects/session/core/browser/tab-note*.ts'], rules: { 'no-restricted-globals': 'off' } },
  {
    files: ['**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
  },
  {
    files: ['src/app/**/*.html', 'src/app/**/*.ts/*.html'],
    ignores: ['src/**/*.spec.ts/**'],
    rules: { '@angular-eslint/template/i18n': ['error', { ignoreAttributes: WORDLESS }] },
  },
  {
    files: ['**/*.mjs'],
    extends: [eslint.configs.recommended, prettier],
    languageOptions: {
      globals: {
        console: 'readonly',
        fetch: 'readonly',
        process: 'readonly',
        setTimeout: 'readonly',
        URL: 'readonly',
        URLSearchParams: 'readonly',
      },
    },
  },
);

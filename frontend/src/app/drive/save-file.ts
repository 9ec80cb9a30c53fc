import { DOCUMENT, InjectionToken, inject } from '@angular/core';

/** A time long enough for a browser to have begun to write. */
const KEPT = 60_000;

/**
 * Hands a file to the browser as a download. The type is set to bytes, so that its content cannot run in our
 * origin.
 */
export const SAVE_FILE = new InjectionToken<(content: Blob, name: string) => void>('SAVE_FILE', {
  providedIn: 'root',
  factory: () => {
    const document = inject(DOCUMENT);
    return (content, name) => {
      const address = URL.createObjectURL(content.slice(0, content.size, 'application/octet-stream'));
      const link = document.createElement('a');
      link.href = address;
      link.download = name;
      link.click();
      setTimeout(() => {
        URL.revokeObjectURL(address);
      }, KEPT);
    };
  },
});

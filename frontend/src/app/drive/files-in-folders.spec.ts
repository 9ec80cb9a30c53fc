import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { FilesPage, file } from './files.fixture';

const FOLDER = { mime_type: 'application/vnd.google-apps.folder' };

describe('Files, by folder, kind and order', { timeout: 20_000 }, () => {
  function steps(files: FilesPage): string[] {
    return [...files.element.querySelectorAll('app-folder-path li')].map(({ textContent }) =>
      textContent.trim(),
    );
  }

  async function follow(files: FilesPage, link: string): Promise<void> {
    files.press(link);
    await files.harness.fixture.whenStable();
  }

  it('leadsIntoAFolderAndBackByItsPath', async () => {
    const files = await FilesPage.open();
    files.asked({}).flush({ files: [{ ...file('a', 'Archive'), ...FOLDER }] });
    await files.harness.fixture.whenStable();
    await follow(files, '.name a');
    files.asked({ folder: 'a' }).flush({ files: [{ ...file('p', 'Photos'), ...FOLDER }] });
    await files.harness.fixture.whenStable();
    await follow(files, '.name a');
    files.asked({ folder: 'p' }).flush({ files: [] });
    await files.harness.fixture.whenStable();
    expect(steps(files)).toEqual(['All files', 'Archive', 'Photos']);
    expect(files.element.textContent).toContain('This folder is empty');
    expect(files.element.querySelector('[aria-current=page]')?.textContent).toBe('Photos');
    await follow(files, 'app-folder-path li:nth-child(2) a');
    files.asked({ folder: 'a' });
    expect(steps(files)).toEqual(['All files', 'Archive']);
    await follow(files, 'app-folder-path li:nth-child(1) a');
    files.asked({});
    expect(steps(files)).toEqual([]);
  });

  it('keepsKindAndOrderInTheAddress', async () => {
    const files = await FilesPage.open('/files?folder=a');
    files.asked({ folder: 'a' }).flush({ files: [file('1')] });
    await files.harness.fixture.whenStable();
    const [kind, sort] = files.element.querySelectorAll('select');
    if (kind) kind.value = 'pdf';
    kind?.dispatchEvent(new Event('change'));
    await files.harness.fixture.whenStable();
    files.asked({ folder: 'a', kind: 'pdf' }).flush({ files: [] });
    await files.harness.fixture.whenStable();
    if (sort) sort.value = 'name';
    sort?.dispatchEvent(new Event('change'));
    await files.harness.fixture.whenStable();
    files.asked({ folder: 'a', kind: 'pdf', sort: 'name' }).flush({ files: [] });
    await files.harness.fixture.whenStable();
    expect(TestBed.inject(Router).url).toBe('/files?folder=a&kind=pdf&sort=name');
    expect(files.element.textContent).toContain('no files of this kind');
    files.press('.empty button');
    await files.harness.fixture.whenStable();
    files.asked({ folder: 'a', sort: 'name' });
  });

  it('searchesInAllFoldersAndWithoutAnOrder', async () => {
    const files = await FilesPage.open('/files?folder=a&kind=pdf&sort=name&q=plan');
    files.asked({ q: 'plan', kind: 'pdf' }).flush({ files: [] });
    await files.harness.fixture.whenStable();
    expect(files.element.querySelectorAll('select').length).toBe(1);
    expect(files.element.textContent).toContain('Best matches first');
    expect(steps(files)).toEqual([]);
  });

  it('asksForNothingThatTheServerWouldRefuse', async () => {
    const files = await FilesPage.open("/files?folder=a'b&kind=none&sort=colour");
    files.asked({});
  });
});

import { sizeOf } from './drive-file';
import { kindOf } from './kinds';

describe('kindOf', () => {
  it.each([
    ['application/vnd.google-apps.folder', 'Folder', false],
    ['application/vnd.google-apps.document', 'Google Doc', true],
    ['application/vnd.google-apps.vid', 'Google file', true],
    ['image/png', 'Image', true],
    ['TEXT/PLAIN; charset=utf-8', 'Text', true],
    ['application/x-unheard-of', 'File', true],
    ['', 'File', true],
  ])('of%sIs%s', (type, words, downloadable) => {
    expect(kindOf(type)).toMatchObject({ words, downloadable });
  });
});

describe('sizeOf', () => {
  it.each([
    [12, 12],
    ['12', 12],
    [0, 0],
    [null, undefined],
    ['', undefined],
    ['many', undefined],
  ])('of%sIs%s', (size, bytes) => {
    expect(sizeOf({ id: 'f', name: 'n', mime_type: 't', size })).toBe(bytes);
  });
});

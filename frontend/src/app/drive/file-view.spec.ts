import { parametersOf, viewIn } from './file-view';

describe('viewIn', () => {
  it('isAllFilesNewestFirstWhereTheAddressSaysNothing', () => {
    expect(viewIn({})).toEqual({ query: '', folder: '', kind: '', sort: '' });
    expect(parametersOf(viewIn({}))).toEqual({});
  });

  it('takesWhatTheServerKnows', () => {
    const view = viewIn({ folder: '1aB-c_d', kind: 'pdf', sort: 'name' });
    expect(parametersOf(view)).toEqual({ folder: '1aB-c_d', kind: 'pdf', sort: 'name' });
  });

  it.each([
    { folder: "a' in parents" },
    { folder: 'x'.repeat(129) },
    { kind: 'toString' },
    { sort: 'newest' },
  ])('leavesOut%o', (address) => {
    expect(parametersOf(viewIn(address))).toEqual({});
  });

  it('searchesInAllFoldersAndByRelevance', () => {
    const view = viewIn({ q: ' plan ', folder: '1a', kind: 'image', sort: 'name' });
    expect(parametersOf(view)).toEqual({ q: 'plan', kind: 'image' });
  });
});

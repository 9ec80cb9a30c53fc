/** The part of the files that a list shows, and its order. The address holds it, so that it can be kept and shared. */
export interface FileView {
  /** Words to search for, in all folders; empty for no search. */
  readonly query: string;
  /** The id of the folder; empty for the files of all folders. */
  readonly folder: string;
  /** One of `KINDS`; empty for all. */
  readonly kind: string;
  /** One of `SORTS`; empty for the server's own order: newest first, or by relevance. */
  readonly sort: string;
}

/** A choice that the server knows by its code. */
export interface Choice {
  readonly code: string;
  readonly words: string;
}

/** The kinds that a list can be narrowed to. */
export const KINDS: readonly Choice[] = [
  { code: 'folder', words: $localize`:@@drive.kinds.folder:Folders` },
  { code: 'document', words: $localize`:@@drive.kinds.document:Documents` },
  { code: 'spreadsheet', words: $localize`:@@drive.kinds.spreadsheet:Spreadsheets` },
  { code: 'presentation', words: $localize`:@@drive.kinds.presentation:Presentations` },
  { code: 'pdf', words: $localize`:@@drive.kinds.pdf:PDFs` },
  { code: 'image', words: $localize`:@@drive.kinds.image:Images` },
  { code: 'video', words: $localize`:@@drive.kinds.video:Videos` },
  { code: 'audio', words: $localize`:@@drive.kinds.audio:Audio` },
];

/** The orders besides newest first, which is the one without a code. */
export const SORTS: readonly Choice[] = [
  { code: 'oldest', words: $localize`:@@drive.sort.oldest:Oldest first` },
  { code: 'name', words: $localize`:@@drive.sort.name:By name` },
  { code: 'largest', words: $localize`:@@drive.sort.largest:Largest first` },
];

const FOLDER = /^[\w-]{1,128}$/u;

/**
 * Reads a view from the address, which anyone may have written: what the server would refuse counts as absent. A search
 * has no folder, because Google finds only the files directly in it, and no order.
 */
export function viewIn(
  address: Partial<Record<'q' | 'folder' | 'kind' | 'sort', string | undefined>>,
): FileView {
  const query = address.q?.trim() ?? '';
  const folder = address.folder ?? '';
  return {
    query,
    folder: query === '' && FOLDER.test(folder) ? folder : '',
    kind: codeIn(KINDS, address.kind),
    sort: query === '' ? codeIn(SORTS, address.sort) : '',
  };
}

/** Returns the parameters that the server and the address have in common; those of a usual list are left out. */
export function parametersOf({ query, folder, kind, sort }: FileView): Readonly<Record<string, string>> {
  const all = { q: query, folder, kind, sort };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

function codeIn(choices: readonly Choice[], code: string | undefined): string {
  return choices.some((choice) => choice.code === code) ? (code ?? '') : '';
}

/**
 * A file of the person's Drive as the server sends it. All texts come from outside: show them as text only.
 */
export interface DriveFile {
  readonly id: string;
  readonly name: string;
  readonly mime_type: string;
  readonly size?: number | string | null;
  readonly modified_at?: string | null;
  readonly web_view_link?: string | null;
  /** Missing for files in a shared drive, which have no owner. */
  readonly owned_by_me?: boolean | null;
  readonly shared_drive?: boolean | null;
  /** Whether the model can read it, so that the person can ask about it. */
  readonly answerable?: boolean | null;
}

/** One page of a listing. An empty page with a token is not the end. */
export interface FilePage {
  readonly files: readonly DriveFile[];
  readonly next_page_token?: string | null;
  /** Whether Google says that it did not search everything. */
  readonly incomplete?: boolean | null;
  /** Whether this installation answers questions about files. */
  readonly questions?: boolean | null;
}

/** Returns the name of the file for all texts. */
export function nameOf(file: DriveFile): string {
  return file.name || $localize`:@@drive.nameless:Untitled`;
}

/** Returns the size in bytes; Google's own documents have none. */
export function sizeOf(file: DriveFile): number | undefined {
  if (file.size === undefined || file.size === null || file.size === '') return undefined;
  const size = Number(file.size);
  return Number.isFinite(size) && size >= 0 ? size : undefined;
}

/** A file of the person's Drive as the server tells it. All texts come from outside: show them as text only. */
export interface DriveFile {
  readonly id: string;
  readonly name: string;
  readonly mime_type: string;
  readonly size?: number | string | null;
  readonly modified_at?: string | null;
  readonly web_view_link?: string | null;
  readonly owned_by_me?: boolean | null;
}

/** One page of a listing. */
export interface FilePage {
  readonly files: readonly DriveFile[];
  readonly next_page_token?: string | null;
}

/** The size in bytes; Google's own documents have none. */
export function sizeOf(file: DriveFile): number | undefined {
  if (file.size === undefined || file.size === null || file.size === '') return undefined;
  const size = Number(file.size);
  return Number.isFinite(size) && size >= 0 ? size : undefined;
}

import { IconName } from '../ui/icons';

/** What a file is, in words and as an icon. */
export interface Kind {
  readonly words: string;
  readonly icon: IconName;
  /** Whether Holdfast can download it at all; the others are opened at Google. */
  readonly downloadable: boolean;
}

const GOOGLE = 'application/vnd.google-apps.';
const OPEN_XML = 'application/vnd.openxmlformats-officedocument.';

const EXACT: Readonly<Record<string, Kind>> = {
  [`${GOOGLE}folder`]: opened('Folder', 'folder'),
  [`${GOOGLE}shortcut`]: opened('Shortcut', 'shortcut'),
  [`${GOOGLE}form`]: opened('Google Form', 'document'),
  [`${GOOGLE}site`]: opened('Google Site', 'document'),
  [`${GOOGLE}map`]: opened('Google Map', 'image'),
  [`${GOOGLE}document`]: kept('Google Doc', 'document'),
  [`${GOOGLE}spreadsheet`]: kept('Google Sheet', 'sheet'),
  [`${GOOGLE}presentation`]: kept('Google Slides', 'slides'),
  [`${GOOGLE}drawing`]: kept('Google Drawing', 'image'),
  [`${OPEN_XML}wordprocessingml.document`]: kept('Word document', 'document'),
  [`${OPEN_XML}spreadsheetml.sheet`]: kept('Excel workbook', 'sheet'),
  [`${OPEN_XML}presentationml.presentation`]: kept('PowerPoint presentation', 'slides'),
  'application/msword': kept('Word document', 'document'),
  'application/vnd.ms-excel': kept('Excel workbook', 'sheet'),
  'application/vnd.ms-powerpoint': kept('PowerPoint presentation', 'slides'),
  'application/pdf': kept('PDF', 'document'),
  'application/zip': kept('Archive', 'archive'),
  'application/gzip': kept('Archive', 'archive'),
  'application/x-tar': kept('Archive', 'archive'),
  'application/x-7z-compressed': kept('Archive', 'archive'),
  'application/json': kept('JSON data', 'document'),
  'text/csv': kept('Table (CSV)', 'sheet'),
  'text/html': kept('Web page', 'document'),
  'text/markdown': kept('Text (Markdown)', 'document'),
};

const FAMILIES: readonly (readonly [string, Kind])[] = [
  [GOOGLE, kept('Google file', 'document')],
  ['image/', kept('Image', 'image')],
  ['video/', kept('Video', 'video')],
  ['audio/', kept('Audio', 'audio')],
  ['text/', kept('Text', 'document')],
];

/** The kind of a media type; one we do not know is simply a file. */
export function kindOf(mimeType: string): Kind {
  const type = mimeType.toLowerCase().split(';')[0]?.trim() ?? '';
  return EXACT[type] ?? FAMILIES.find(([prefix]) => type.startsWith(prefix))?.[1] ?? kept('File', 'file');
}

function kept(words: string, icon: IconName): Kind {
  return { words, icon, downloadable: true };
}

function opened(words: string, icon: IconName): Kind {
  return { words, icon, downloadable: false };
}

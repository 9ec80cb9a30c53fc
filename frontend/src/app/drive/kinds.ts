import { FILE_ICONS, FileIcon } from './file-icons';

/** The colour of a kind's icon; see `file-row.scss`. */
export type Tint = 'folder' | 'text' | 'sheet' | 'slides' | 'pdf' | 'image' | 'media' | 'archive' | 'plain';

/** A kind of file, in words and as an icon. */
export interface Kind {
  readonly words: string;
  /** The outline of its icon. */
  readonly icon: string;
  readonly tint: Tint;
  /** Whether Holdfast can download it at all; the others are opened at Google. */
  readonly downloadable: boolean;
  /** Whether Google has to convert it first. */
  readonly converted: boolean;
  /** The format of the office program to which Google converts it; absent where that is PDF. */
  readonly office?: 'docx' | 'xlsx' | 'pptx' | undefined;
}

const GOOGLE = 'application/vnd.google-apps.';
const OPEN_XML = 'application/vnd.openxmlformats-officedocument.';

const WORD = kept($localize`:@@drive.kind.word:Word document`, 'document', 'text');
const EXCEL = kept($localize`:@@drive.kind.excel:Excel workbook`, 'sheet', 'sheet');
const POWERPOINT = kept($localize`:@@drive.kind.powerpoint:PowerPoint presentation`, 'slides', 'slides');
const ARCHIVE = kept($localize`:@@drive.kind.archive:Archive`, 'archive', 'archive');

const EXACT: Readonly<Record<string, Kind>> = {
  [`${GOOGLE}folder`]: opened($localize`:@@drive.kind.folder:Folder`, 'folder', 'folder'),
  [`${GOOGLE}shortcut`]: opened($localize`:@@drive.kind.shortcut:Shortcut`, 'shortcut', 'plain'),
  [`${GOOGLE}form`]: opened($localize`:@@drive.kind.form:Google Form`, 'document', 'slides'),
  [`${GOOGLE}site`]: opened($localize`:@@drive.kind.site:Google Site`, 'document', 'text'),
  [`${GOOGLE}map`]: opened($localize`:@@drive.kind.map:Google Map`, 'image', 'image'),
  [`${GOOGLE}document`]: converted($localize`:@@drive.kind.doc:Google Doc`, 'document', 'text', 'docx'),
  [`${GOOGLE}spreadsheet`]: converted($localize`:@@drive.kind.gsheet:Google Sheet`, 'sheet', 'sheet', 'xlsx'),
  [`${GOOGLE}presentation`]: converted(
    $localize`:@@drive.kind.gslides:Google Slides`,
    'slides',
    'slides',
    'pptx',
  ),
  [`${GOOGLE}drawing`]: converted($localize`:@@drive.kind.drawing:Google Drawing`, 'image', 'image'),
  [`${OPEN_XML}wordprocessingml.document`]: WORD,
  [`${OPEN_XML}spreadsheetml.sheet`]: EXCEL,
  [`${OPEN_XML}presentationml.presentation`]: POWERPOINT,
  'application/msword': WORD,
  'application/vnd.ms-excel': EXCEL,
  'application/vnd.ms-powerpoint': POWERPOINT,
  'application/pdf': kept('PDF', 'document', 'pdf'),
  'application/zip': ARCHIVE,
  'application/gzip': ARCHIVE,
  'application/x-tar': ARCHIVE,
  'application/x-7z-compressed': ARCHIVE,
  'application/json': kept($localize`:@@drive.kind.json:JSON data`, 'document', 'plain'),
  'text/csv': kept($localize`:@@drive.kind.csv:Table (CSV)`, 'sheet', 'sheet'),
  'text/html': kept($localize`:@@drive.kind.html:Web page`, 'document', 'plain'),
  'text/markdown': kept($localize`:@@drive.kind.markdown:Text (Markdown)`, 'document', 'plain'),
};

const FAMILIES: readonly (readonly [string, Kind])[] = [
  [GOOGLE, converted($localize`:@@drive.kind.google:Google file`, 'document', 'plain')],
  ['image/', kept($localize`:@@drive.kind.image:Image`, 'image', 'image')],
  ['video/', kept($localize`:@@drive.kind.video:Video`, 'video', 'media')],
  ['audio/', kept($localize`:@@drive.kind.audio:Audio`, 'audio', 'media')],
  ['text/', kept($localize`:@@drive.kind.text:Text`, 'document', 'plain')],
];

const UNKNOWN = kept($localize`:@@drive.kind.file:File`, 'file', 'plain');

/** The kind of a media type; one we do not know is simply a file. */
export function kindOf(mimeType: string): Kind {
  const type = mimeType.toLowerCase().split(';')[0]?.trim() ?? '';
  return EXACT[type] ?? FAMILIES.find(([prefix]) => type.startsWith(prefix))?.[1] ?? UNKNOWN;
}

/** Tells whether other files can be in it. */
export function isFolder(mimeType: string): boolean {
  return kindOf(mimeType) === EXACT[`${GOOGLE}folder`];
}

function kept(words: string, icon: FileIcon, tint: Tint): Kind {
  return { words, icon: FILE_ICONS[icon], tint, downloadable: true, converted: false };
}

function converted(words: string, icon: FileIcon, tint: Tint, office?: Kind['office']): Kind {
  return { words, icon: FILE_ICONS[icon], tint, downloadable: true, converted: true, office };
}

function opened(words: string, icon: FileIcon, tint: Tint): Kind {
  return { words, icon: FILE_ICONS[icon], tint, downloadable: false, converted: false };
}

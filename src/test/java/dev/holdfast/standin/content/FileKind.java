package dev.holdfast.standin.content;

/** The kind of a file. */
public enum FileKind {
    FOLDER("application/vnd.google-apps.folder", "https://drive.google.com/drive/folders/%s"),
    DOC("application/vnd.google-apps.document", "https://docs.google.com/document/d/%s/edit?usp=drivesdk"),
    SHEET("application/vnd.google-apps.spreadsheet", "https://docs.google.com/spreadsheets/d/%s/edit?usp=drivesdk"),
    SLIDES("application/vnd.google-apps.presentation", "https://docs.google.com/presentation/d/%s/edit?usp=drivesdk"),
    DRAWING("application/vnd.google-apps.drawing", "https://docs.google.com/drawings/d/%s/edit?usp=drivesdk"),
    FORM("application/vnd.google-apps.form", "https://docs.google.com/forms/d/%s/edit?usp=drivesdk"),
    SHORTCUT("application/vnd.google-apps.shortcut", "https://drive.google.com/file/d/%s/view?usp=drivesdk"),
    PDF("application/pdf"),
    PNG("image/png"),
    SVG("image/svg+xml"),
    HTML("text/html"),
    TEXT("text/plain"),
    CSV("text/csv"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ZIP("application/zip"),
    VIDEO("video/mp4"),
    BIG("application/octet-stream");

    private final String mimeType;
    private final String viewLink;

    FileKind(String mimeType) {
        this(mimeType, "https://drive.google.com/file/d/%s/view?usp=drivesdk");
    }

    FileKind(String mimeType, String viewLink) {
        this.mimeType = mimeType;
        this.viewLink = viewLink;
    }

    public String mimeType() {
        return mimeType;
    }

    public String webViewLink(String id) {
        return viewLink.formatted(id);
    }

    /** Tells whether the kind exists only in Google's editors or only points elsewhere. */
    boolean isGoogles() {
        return mimeType.startsWith("application/vnd.google-apps.");
    }

    public boolean isExportable() {
        return this == DOC || this == SHEET || this == SLIDES || this == DRAWING;
    }
}

package dev.holdfast.drive.entity;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The format to which one of Google's own documents is exported (Drive API, "Export MIME types"). */
public record ExportFormat(String mimeType, String extension) {

    private static final String GOOGLE = "application/vnd.google-apps.";
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    private static final ExportFormat PDF = new ExportFormat("application/pdf", "pdf");

    private static final Map<String, ExportFormat> EDITABLE = Map.of(
            "document", new ExportFormat(OFFICE + "wordprocessingml.document", "docx"),
            "spreadsheet", new ExportFormat(OFFICE + "spreadsheetml.sheet", "xlsx"),
            "presentation", new ExportFormat(OFFICE + "presentationml.presentation", "pptx"));

    /** Kinds that only point elsewhere, or exist only at Google. */
    private static final Set<String> WITHOUT_CONTENT = Set.of("folder", "form", "shortcut", "drive-sdk", "site", "map");

    /** Whether a file of this type is in a format of Google's own, and therefore has no bytes of its own. */
    public static boolean isNeededFor(String mimeType) {
        return mimeType.startsWith(GOOGLE);
    }

    /** Returns the format for this type of Google's own, as wanted; empty if it cannot be exported. */
    public static Optional<ExportFormat> of(String mimeType, DownloadFormat wanted) {
        String kind = mimeType.substring(GOOGLE.length()).split("\\.", 2)[0];
        if (WITHOUT_CONTENT.contains(kind)) {
            return Optional.empty();
        }
        return Optional.of(wanted == DownloadFormat.PDF ? PDF : EDITABLE.getOrDefault(kind, PDF));
    }
}

package dev.holdfast.google.gemini;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The form in which the model reads a file. {@code mimeType} is what the model is told. {@code isExport}: Drive has to convert
 * the file into that form first. The model sees PDF and pictures, and reads text of any kind as plain text (Gemini API,
 * "Document understanding"); it does not read the formats of office programs.
 */
public record DocumentForm(String mimeType, boolean isExport) {

    private static final String PLAIN = "text/plain";
    private static final String PDF = "application/pdf";
    private static final String GOOGLES = "application/vnd.google-apps.";

    private static final Map<String, DocumentForm> FORMS = Map.of(
            PDF, new DocumentForm(PDF, false),
            "image/png", new DocumentForm("image/png", false),
            "image/jpeg", new DocumentForm("image/jpeg", false),
            GOOGLES + "document", new DocumentForm(PDF, true),
            GOOGLES + "presentation", new DocumentForm(PDF, true),
            GOOGLES + "spreadsheet", new DocumentForm("text/csv", true));

    /** Returns the form for a file of this type; empty if the model cannot read such files. */
    public static Optional<DocumentForm> of(String mimeType) {
        String type = mimeType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        return type.startsWith("text/") ? Optional.of(new DocumentForm(PLAIN, false)) : Optional.ofNullable(FORMS.get(type));
    }
}

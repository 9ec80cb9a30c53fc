package dev.holdfast.google.drive;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of files that a listing can be narrowed to; the constant in lower case is its name in the API. */
public enum DriveKind {
    FOLDER("application/vnd.google-apps.folder"),
    DOCUMENT("application/vnd.google-apps.document",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/msword",
            "application/vnd.oasis.opendocument.text", "application/rtf", "text/plain", "text/markdown"),
    SPREADSHEET("application/vnd.google-apps.spreadsheet",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/vnd.ms-excel",
            "application/vnd.oasis.opendocument.spreadsheet", "text/csv"),
    PRESENTATION("application/vnd.google-apps.presentation",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation", "application/vnd.ms-powerpoint",
            "application/vnd.oasis.opendocument.presentation"),
    PDF("application/pdf"),
    IMAGE("image/", "application/vnd.google-apps.drawing"),
    VIDEO("video/"),
    AUDIO("audio/");

    private final String expression;

    DriveKind(String... mimeTypes) {
        expression = Arrays.stream(mimeTypes)
                .map(type -> "mimeType " + (type.endsWith("/") ? "contains" : "=") + " '" + type + "'")
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** Returns the kind of this name; empty if there is none. */
    public static Optional<DriveKind> parse(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name)).findFirst();
    }

    /** Returns the condition in Drive's query language, in which {@code contains} matches the beginning of a media type. */
    String expression() {
        return expression;
    }
}

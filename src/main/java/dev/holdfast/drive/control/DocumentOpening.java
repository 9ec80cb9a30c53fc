package dev.holdfast.drive.control;

import dev.holdfast.google.drive.DriveContent;
import dev.holdfast.google.gemini.DocumentForm;
import java.util.Optional;

/** The outcome of opening a file for a model. */
public sealed interface DocumentOpening {

    /** The content, of exactly {@code length} bytes; the receiver closes it. */
    record Opened(DocumentForm form, long length, DriveContent content) implements DocumentOpening {}

    /** A model cannot read files of this kind; {@code webViewLink} leads to the file at Google. */
    record Unreadable(Optional<String> webViewLink) implements DocumentOpening {}

    /** The file is larger than the limit, or than Drive exports. */
    record TooLong() implements DocumentOpening {}
}

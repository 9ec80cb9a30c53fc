package dev.holdfast.drive.control;

import dev.holdfast.google.drive.DriveContent;

/**
 * A file on its way: {@code name} is safe to save under, {@code mimeType} is Google's word, {@code length} is exact: a
 * content that turns out otherwise has been broken. Whoever gets it closes it.
 */
public record Download(String name, String mimeType, long length, DriveContent content) {

    /** The same, and that is done once when it is closed. */
    Download closing(Runnable then) {
        return new Download(name, mimeType, length, content.closing(then));
    }
}

package dev.holdfast.drive.control;

import dev.holdfast.google.drive.DriveContent;

/**
 * A file to be downloaded: {@code name} is safe to save under, {@code mimeType} is as Google names it. {@code length} is
 * exact: content of another length is broken. The receiver closes it.
 */
public record Download(String name, String mimeType, long length, DriveContent content) {

    /** Returns the same download, which runs {@code then} once when it is closed. */
    Download closing(Runnable then) {
        return new Download(name, mimeType, length, content.closing(then));
    }
}

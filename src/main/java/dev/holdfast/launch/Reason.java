package dev.holdfast.launch;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/** Explains a failed file operation to the person who started the jar. */
final class Reason {

    private Reason() {}

    static String of(IOException failed) {
        if (failed instanceof AccessDeniedException denied) {
            return "this user may not write to " + denied.getFile();
        }
        if (failed instanceof FileSystemException named && named.getReason() != null) {
            return named.getReason() + " (" + named.getFile() + ")";
        }
        return failed instanceof FileSystemException named ? "there is trouble with " + named.getFile()
                : String.valueOf(failed.getMessage());
    }
}

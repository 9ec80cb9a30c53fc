package dev.holdfast.google.control;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The content of a file, still on the wire. A break in the middle is an {@link IOException} of {@link #read}, never an
 * early end; closing it before its end gives the connection up at once.
 */
public final class DriveContent implements Closeable {

    private final OpenAnswer answer;

    DriveContent(OpenAnswer answer) {
        this.answer = answer;
    }

    /** Bytes, where Google tells. */
    public OptionalLong length() {
        return answer.length();
    }

    /** As Google names it: not to be trusted in a browser. */
    public Optional<String> contentType() {
        return answer.header("Content-Type");
    }

    public InputStream stream() throws IOException {
        return answer.body();
    }

    @Override
    public void close() throws IOException {
        answer.close();
    }
}

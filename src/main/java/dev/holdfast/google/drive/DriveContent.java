package dev.holdfast.google.drive;

import dev.holdfast.google.wire.OpenAnswer;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The content of a file, usually still on the wire. If the connection breaks, the stream throws an {@link IOException}
 * and never just ends. Closing the content before its end gives up the connection at once.
 */
public final class DriveContent implements Closeable {

    private final InputStream stream;
    private final OptionalLong length;
    private final Closeable source;

    public DriveContent(InputStream stream, OptionalLong length, Closeable source) {
        this.stream = stream;
        this.length = length;
        this.source = source;
    }

    static DriveContent of(OpenAnswer answer) throws IOException {
        return new DriveContent(answer.body(), answer.length(), answer);
    }

    static DriveContent of(byte[] whole, Closeable source) {
        return new DriveContent(new ByteArrayInputStream(whole), OptionalLong.of(whole.length), source);
    }

    /** Returns the same content, which runs {@code then} once when it is first closed, even if closing fails. */
    public DriveContent closing(Runnable then) {
        AtomicBoolean closed = new AtomicBoolean();
        return new DriveContent(stream, length, () -> {
            try {
                source.close();
            } finally {
                if (closed.compareAndSet(false, true)) {
                    then.run();
                }
            }
        });
    }

    /** Returns the length in bytes, if Google tells it. */
    public OptionalLong length() {
        return length;
    }

    public InputStream stream() {
        return stream;
    }

    /** Closes content that is not wanted any more, whatever its state. */
    public void giveUp() {
        try {
            close();
        } catch (IOException alreadyBroken) {
            // The content is given up anyway.
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}

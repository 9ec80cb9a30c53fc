package dev.holdfast.google.drive;

import dev.holdfast.google.wire.OpenAnswer;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The content of a file, mostly still on the wire. A break in the middle is an {@link IOException} of its stream, never an
 * early end; closing it before its end gives the connection up at once.
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

    /** The same content; {@code then} is run when it is closed for the first time, whatever that meets. */
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

    /** Bytes, where Google tells. */
    public OptionalLong length() {
        return length;
    }

    public InputStream stream() {
        return stream;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}

package dev.holdfast.google.gemini;

import dev.holdfast.google.wire.GoogleTrouble;
import dev.holdfast.google.wire.OpenAnswer;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * An answer of the model that is still being written: events of one JSON object each (WHATWG HTML, "Server-sent events"). It
 * is read piece by piece, up to {@value #MOST_BYTES} bytes and {@link #LONGEST}. If the connection breaks or falls silent,
 * reading throws; an end alone does not say that the answer is whole. Closing the answer gives up the connection.
 */
public final class GeminiAnswer implements Closeable {

    static final int MOST_BYTES = 1024 * 1024;
    static final Duration LONGEST = Duration.ofMinutes(5);

    private static final String DATA = "data:";

    private final OpenAnswer open;
    private final InputStream in;
    private final ModelCircuit circuit;
    private final LongSupplier ticks;
    private final long begun;
    private int bytes;

    GeminiAnswer(OpenAnswer open, ModelCircuit circuit, LongSupplier ticks) throws IOException {
        this.open = open;
        this.in = new BufferedInputStream(open.body());
        this.circuit = circuit;
        this.ticks = ticks;
        this.begun = ticks.getAsLong();
    }

    /** Returns the JSON of the next event; empty at the end of the stream. */
    public Optional<String> next() throws GoogleTrouble {
        try {
            StringBuilder data = new StringBuilder();
            for (Optional<String> line = line(); line.isPresent(); line = line()) {
                if (line.get().startsWith(DATA)) {
                    data.append(line.get().substring(DATA.length()).strip());
                } else if (line.get().isEmpty() && data.length() > 0) {
                    break;
                }
            }
            return data.length() == 0 ? Optional.empty() : read(data.toString());
        } catch (InterruptedIOException silent) {
            throw broken("timeout");
        } catch (GoogleTrouble trouble) {
            throw broken(trouble.code());
        } catch (IOException cut) {
            throw broken("connection_failed");
        }
    }

    private Optional<String> read(String event) {
        circuit.succeeded();
        return Optional.of(event);
    }

    private GoogleTrouble broken(String code) {
        open.abort();
        return new GoogleTrouble(code);
    }

    /** Reads a line without its end; empty at the end of the stream. */
    private Optional<String> line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int unit = readByte();
        if (unit < 0) {
            return Optional.empty();
        }
        for (; unit >= 0 && unit != '\n'; unit = readByte()) {
            line.write(unit);
        }
        return Optional.of(line.toString(StandardCharsets.UTF_8).stripTrailing());
    }

    /** Reads a byte; the bounds hold for each of them, also for those of empty lines and comments. */
    private int readByte() throws IOException {
        int unit = in.read();
        if (unit >= 0 && ++bytes > MOST_BYTES) {
            throw new GoogleTrouble(GoogleTrouble.TOO_LARGE);
        }
        if (ticks.getAsLong() - begun > LONGEST.toNanos()) {
            throw new GoogleTrouble("timeout");
        }
        return unit;
    }

    @Override
    public void close() {
        open.close();
    }
}

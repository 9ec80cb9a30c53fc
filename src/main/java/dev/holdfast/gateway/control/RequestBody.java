package dev.holdfast.gateway.control;

import com.google.api.client.http.HttpContent;
import dev.holdfast.google.wire.GoogleTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request on its way to Google. Up to {@value #KEPT} bytes are kept, so that the request can be repeated once
 * after a 401. A larger body is streamed in small pieces, can be sent once, and is cut off when it exceeds the limit.
 */
final class RequestBody implements HttpContent {

    static final int KEPT = 64 * 1024;

    private static final int PIECE = 16 * 1024;
    private static final long UNTOLD = -1;

    private final Optional<String> type;
    private final byte[] first;
    private final InputStream rest;
    private final OptionalLong told;
    private final long most;
    private boolean tooLarge;

    private RequestBody(Optional<String> type, byte[] first, InputStream rest, OptionalLong told, long most) {
        this.type = type;
        this.first = first;
        this.rest = rest;
        this.told = told;
        this.most = most;
        this.tooLarge = first.length > most;
    }

    /** Reads the beginning of the body; throws if the client breaks off. */
    static RequestBody begin(InputStream source, Optional<String> type, OptionalLong told, long most) throws IOException {
        return new RequestBody(type, source.readNBytes(KEPT + 1), source, told, most);
    }

    /** Tells whether more bytes came than the limit permits, as far as has been read. */
    boolean isTooLarge() {
        return tooLarge;
    }

    boolean isEmpty() {
        return first.length == 0;
    }

    private boolean isKept() {
        return first.length <= KEPT;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(first);
        if (!isKept()) {
            stream(out);
        }
        out.flush();
    }

    private void stream(OutputStream out) throws IOException {
        byte[] piece = new byte[PIECE];
        long sent = first.length;
        for (int read = next(piece); read >= 0; read = next(piece)) {
            sent += read;
            if (sent > most) {
                tooLarge = true;
                throw new GoogleTrouble(GoogleTrouble.REQUEST_CUT);
            }
            out.write(piece, 0, read);
        }
    }

    /** Reads from the client; its failure must not look like one of Google's connection. */
    private int next(byte[] piece) throws GoogleTrouble {
        try {
            return rest.read(piece);
        } catch (IOException gone) {
            throw new GoogleTrouble(GoogleTrouble.REQUEST_CUT);
        }
    }

    @Override
    public long getLength() {
        return isKept() ? first.length : told.orElse(UNTOLD);
    }

    @Override
    public @Nullable String getType() {
        return type.orElse(null);
    }

    @Override
    public boolean retrySupported() {
        return isKept();
    }
}

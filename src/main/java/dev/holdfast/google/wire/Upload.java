package dev.holdfast.google.wire;

import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.util.StreamingContent;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.jspecify.annotations.Nullable;

/** The body of an API client's request. Its source may be slow; Google must accept each piece in time. */
public final class Upload {

    private static final int PIECE = 16 * 1024;
    private static final long UNTOLD = -1;

    private final @Nullable String type;
    private final @Nullable String encoding;
    private final long length;
    private final StreamingContent content;

    private Upload(@Nullable String type, @Nullable String encoding, long length, StreamingContent content) {
        this.type = type;
        this.encoding = encoding;
        this.length = length;
        this.content = content;
    }

    public static Optional<Upload> of(LowLevelHttpRequest request) {
        return Optional.ofNullable(request.getStreamingContent()).map(content -> new Upload(
                request.getContentType(), request.getContentEncoding(), request.getContentLength(), content));
    }

    /** Creates a body of JSON, of which {@code content} writes exactly {@code length} bytes. */
    public static Upload json(long length, StreamingContent content) {
        return new Upload("application/json", null, length, content);
    }

    HttpEntity watchedBy(Alarm alarm) {
        return new Watched(this, alarm);
    }

    /** The body, streamed. */
    private static final class Watched extends AbstractHttpEntity {

        private final StreamingContent content;
        private final long length;
        private final Alarm alarm;

        private Watched(Upload upload, Alarm alarm) {
            super(upload.type, upload.encoding, upload.length < 0);
            this.content = upload.content;
            this.length = upload.length;
            this.alarm = alarm;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            alarm.rest();
            OutputStream pieces = new BufferedOutputStream(watched(out), PIECE);
            content.writeTo(pieces);
            pieces.flush();
            alarm.windForHead();
        }

        private OutputStream watched(OutputStream out) {
            return new FilterOutputStream(out) {
                @Override
                public void write(byte[] bytes, int from, int count) throws IOException {
                    alarm.wind();
                    out.write(bytes, from, count);
                    alarm.rest();
                }
            };
        }

        @Override
        public long getContentLength() {
            return length < 0 ? UNTOLD : length;
        }

        @Override
        public boolean isRepeatable() {
            return false;
        }

        @Override
        public boolean isStreaming() {
            return true;
        }

        @Override
        public InputStream getContent() {
            throw new UnsupportedOperationException("it is written, not read");
        }

        @Override
        public void close() {
            // The source belongs to the caller.
        }
    }
}

package dev.holdfast.drive.boundary;

import dev.holdfast.drive.control.Download;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * A download on its way to the browser: content as Google sends it, as an attachment, and inert if a browser shows it
 * nevertheless. Its length is sent before the first byte. If anything breaks, the answer stays short and the server has
 * to break the connection, too; a broken download never looks complete.
 */
final class Attachment implements StreamingOutput, Closeable {

    private static final int CHUNK = 16 * 1024;

    private final Download download;
    private final Commit head;

    /** Sends status and headers irrevocably; before that, the server would correct a wrong length. */
    @FunctionalInterface
    interface Commit {
        void now() throws IOException;
    }

    Attachment(Download download, Commit head) {
        this.download = download;
        this.head = head;
    }

    static Response of(Download download, Commit head) {
        return Response.ok(new Attachment(download, head))
                .header(HttpHeaders.CONTENT_TYPE, SafeType.of(download.mimeType()))
                .header(HttpHeaders.CONTENT_LENGTH, download.length())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment(download.name()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .build();
    }

    @Override
    public void write(OutputStream out) throws IOException {
        // Does not close the stream itself: that would read the rest, which has no reader any more.
        try (this) {
            out.flush();
            head.now();
            long sent = copy(download.content().stream(), out);
            if (sent < download.length()) {
                DriveLog.downloadBroken(sent, download.length());
            }
        }
    }

    @Override
    public void close() throws IOException {
        download.content().close();
    }

    /** Reads one chunk ahead: sends the last bytes only when they are surely the last and the length is as promised. */
    private long copy(InputStream in, OutputStream out) throws IOException {
        long sent = 0;
        byte[] next = read(in);
        while (next.length > 0) {
            byte[] chunk = next;
            next = read(in);
            long sum = sent + chunk.length;
            boolean asPromised = next.length > 0 ? sum < download.length() : sum == download.length();
            if (!asPromised) {
                return sent;
            }
            out.write(chunk);
            out.flush();
            sent = sum;
        }
        return sent;
    }

    /** Reads a chunk; empty at the end and if Google's side breaks, which the caller tells apart by the length so far. */
    private static byte[] read(InputStream in) {
        try {
            byte[] chunk = new byte[CHUNK];
            int read = in.read(chunk);
            return read < 0 ? new byte[0] : Arrays.copyOf(chunk, read);
        } catch (IOException broken) {
            return new byte[0];
        }
    }
}

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
 * A download on its way out: as it comes, as an attachment, and inert should a browser show it all the same. Its length is
 * promised on the wire before the first byte, so that whatever breaks leaves it short and the server has to break the
 * connection, too; it never looks complete.
 */
final class Attachment implements StreamingOutput, Closeable {

    private static final int CHUNK = 16 * 1024;

    private final Download download;
    private final Commit head;

    /** Sends status and headers for good: until then, the server would correct a promise that was not kept. */
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
        // The stream itself is not closed: that would read the rest of what nobody wants any more.
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

    /** One read ahead: the last bytes leave only when it is certain that they are the last, and as many as promised. */
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

    /** Empty at the end, and where Google's side breaks: the sum tells which. */
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

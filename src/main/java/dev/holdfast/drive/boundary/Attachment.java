package dev.holdfast.drive.boundary;

import dev.holdfast.drive.control.Download;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A download on its way out: as it comes, as an attachment, and inert should a browser show it all the same. */
final class Attachment implements StreamingOutput, Closeable {

    private static final int CHUNK = 16 * 1024;

    private final Download download;

    private Attachment(Download download) {
        this.download = download;
    }

    static Response of(Download download) {
        Response.ResponseBuilder response = Response.ok(new Attachment(download))
                .header(HttpHeaders.CONTENT_TYPE, SafeType.of(download.mimeType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment(download.name()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'");
        download.content().length().ifPresent(bytes -> response.header(HttpHeaders.CONTENT_LENGTH, bytes));
        return response.build();
    }

    @Override
    public void write(OutputStream out) throws IOException {
        try (var content = download.content(); InputStream in = content.stream()) {
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                out.write(chunk, 0, read);
                out.flush();
            }
        }
    }

    @Override
    public void close() throws IOException {
        download.content().close();
    }
}

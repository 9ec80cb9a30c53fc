package dev.holdfast.journeys.operations;

import dev.holdfast.journeys.stage.Guest;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Thirty megabytes that a patient client begins to read, and finishes later. The client's receive buffer is small and stays
 * small: Linux may let others grow to 32 MB, and the whole download would be on its way before anything can break it.
 */
final class SlowDownload {

    static final long WHOLE = 30L << 20;
    static final long BROKEN = -1;

    private static final int RECEIVE_BUFFER = 32 << 10;
    private static final int FIRST = 64 << 10;

    private final InputStream body;

    private SlowDownload(InputStream body) {
        this.body = body;
    }

    /** Begins them one after the other, so that the servers behind a proxy take turns. */
    static List<SlowDownload> begin(List<Guest> guests, int downloads) {
        List<String> paths = guests.stream().map(guest -> Colleague.pathOf(guest, "survey-data.bin")).toList();
        return IntStream.range(0, downloads).mapToObj(number -> number % guests.size())
                .map(number -> begin(guests.get(number).browser().bearer(paths.get(number)).build())).toList();
    }

    private static SlowDownload begin(HttpRequest request) {
        Socket socket = new Socket();
        try {
            socket.setReceiveBufferSize(RECEIVE_BUFFER);
            socket.connect(new InetSocketAddress(request.uri().getHost(), request.uri().getPort()));
            socket.getOutputStream().write(head(request).getBytes(StandardCharsets.ISO_8859_1));
            DataInputStream answer = new DataInputStream(socket.getInputStream());
            String head = head(answer);
            if (!head.startsWith("HTTP/1.1 200") || !head.contains("Content-Length: " + WHOLE)) {
                throw new IllegalStateException(head);
            }
            answer.readFully(new byte[FIRST]);
            return new SlowDownload(answer);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String head(HttpRequest request) {
        StringBuilder head = new StringBuilder("GET " + request.uri().getRawPath() + " HTTP/1.1\r\nHost: "
                + request.uri().getAuthority() + "\r\nConnection: close\r\n");
        request.headers().map().forEach((name, values) -> head.append(name).append(": ").append(values.get(0)).append("\r\n"));
        return head.append("\r\n").toString();
    }

    private static String head(InputStream answer) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = answer.read();
            if (next < 0) {
                throw new EOFException(head.toString());
            }
            head.append((char) next);
        }
        return head.toString();
    }

    /** Returns the number of bytes received in the end, or that the download broke. */
    long finish() {
        try (body) {
            long received = FIRST + body.transferTo(OutputStream.nullOutputStream());
            return received == WHOLE ? WHOLE : BROKEN;
        } catch (IOException broken) {
            return BROKEN;
        }
    }
}

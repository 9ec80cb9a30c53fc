package dev.holdfast.journeys.rig;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** HTTP/1.1 byte by byte, for requests that no decent client would send. */
public final class RawHttp {

    private static final int PATIENCE_MILLIS = 20_000;

    private RawHttp() {}

    /** {@code lines}: the request line and the headers, {@code Connection: close} not included. */
    public static Answer send(URI origin, String... lines) {
        return sendWithBody(origin, "", lines);
    }

    /** The same with a body after the headers. */
    public static Answer sendWithBody(URI origin, String body, String... lines) {
        return sendFrom(null, origin, body, lines);
    }

    /** Sends from that address of this machine. */
    public static Answer sendFrom(InetAddress own, URI origin, String... lines) {
        return sendFrom(own, origin, "", lines);
    }

    private static Answer sendFrom(InetAddress own, URI origin, String body, String[] lines) {
        String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n" + body;
        try (Socket socket = new Socket(origin.getHost(), origin.getPort(), own, 0)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            write(socket, request);
            return Answer.of(read(socket.getInputStream()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void write(Socket socket, String request) throws IOException {
        try {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        } catch (SocketException refusedHalfway) {
            // The answer received by then counts.
        }
    }

    private static String read(InputStream stream) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] some = new byte[8192];
        try {
            for (int length = stream.read(some); length >= 0; length = stream.read(some)) {
                all.write(some, 0, length);
            }
        } catch (SocketException reset) {
            // The answer received by then counts.
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    /** Status 0: the connection was closed without an answer. */
    public record Answer(int status, List<String> headers, String body) {

        static Answer of(String text) {
            if (!text.startsWith("HTTP/1.1 ")) {
                return new Answer(0, List.of(), text);
            }
            String[] parts = text.split("\r\n\r\n", 2);
            List<String> head = new ArrayList<>(List.of(parts[0].split("\r\n")));
            int status = Integer.parseInt(head.remove(0).substring(9, 12));
            return new Answer(status, List.copyOf(head), parts.length > 1 ? parts[1] : "");
        }

        public Optional<String> header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return headers.stream().filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip()).findFirst();
        }
    }
}

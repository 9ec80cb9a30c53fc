package dev.holdfast.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One keep-alive connection, as cheap as a client can be, so that the figures are those of the server. */
final class Caller implements AutoCloseable {

    /** A request that needs neither a token nor the database. */
    static final String OPEN = "GET /.well-known/jwks.json HTTP/1.1\r\n";

    record Answer(int status, String setCookie, String body) {}

    private final URI origin;
    private Socket socket;
    private InputStream in;

    Caller(URI origin) {
        this.origin = origin;
    }

    /** Returns the head of a request that needs a Google token, authorized by this access token of ours. */
    static String files(String accessToken) {
        return "GET /api/drive/files HTTP/1.1\r\nAuthorization: Bearer " + accessToken + "\r\n";
    }

    /** {@code head}: request line and headers without Host, each ended by CRLF. */
    Answer call(String head) {
        try {
            if (socket == null) {
                socket = new Socket(origin.getHost(), origin.getPort());
                socket.setTcpNoDelay(true);
                in = new BufferedInputStream(socket.getInputStream());
            }
            socket.getOutputStream().write((head + "Host: " + origin.getAuthority() + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            return read();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
            socket = null;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Answer read() throws IOException {
        int status = Integer.parseInt(line().substring(9, 12));
        String cookie = null;
        boolean chunked = false;
        boolean closing = false;
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            } else if (lower.startsWith("set-cookie:")) {
                cookie = header.substring(11).strip().split(";", 2)[0];
            } else {
                chunked |= lower.equals("transfer-encoding: chunked");
                closing |= lower.equals("connection: close");
            }
        }
        String body = chunked ? chunks() : text(length);
        if (closing) {
            close();
        }
        return new Answer(status, cookie, body);
    }

    private String chunks() throws IOException {
        StringBuilder body = new StringBuilder();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.append(text(size));
            line();
        }
        line();
        return body.toString();
    }

    private String text(int length) throws IOException {
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the server closed the connection");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}

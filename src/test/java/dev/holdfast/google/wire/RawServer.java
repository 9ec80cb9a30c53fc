package dev.holdfast.google.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** A server on loopback that answers byte by byte as it is told, correct HTTP or not; each connection serves once. */
public final class RawServer implements AutoCloseable {

    /** Writes an answer, or leaves the request without one. The connection is closed afterwards. */
    @FunctionalInterface
    public interface Reply {
        void write(OutputStream out) throws Exception;
    }

    private final ServerSocket socket;
    private final ConcurrentHashMap<String, Deque<Reply>> replies = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Thread acceptor;

    public RawServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        acceptor = start(this::accept);
    }

    public String origin() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    public URI url(String path) {
        return URI.create(origin() + path);
    }

    /** Sets the replies of a path, used one after the other; the last one stays. */
    public RawServer on(String path, Reply... inTurn) {
        replies.put(path, new ArrayDeque<>(List.of(inTurn)));
        return this;
    }

    /** Returns the head and the body of each request. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    public long requests(String path) {
        return requests.stream().filter(request -> pathOf(request).equals(path)).count();
    }

    public static Reply json(int status, String body, String... headers) {
        return answer(status, "application/json", body, headers);
    }

    public static Reply html(int status, String body, String... headers) {
        return answer(status, "text/html", body, headers);
    }

    public static Reply answer(int status, String type, String body, String... headers) {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return raw("HTTP/1.1 " + status + " Something\r\nContent-Type: " + type + "\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\nConnection: close\r\n" + more + "\r\n" + body);
    }

    public static Reply raw(String answer) {
        return out -> out.write(answer.getBytes(StandardCharsets.UTF_8));
    }

    public static Reply drop() {
        return out -> {};
    }

    public static Reply hang(Duration silence) {
        return out -> Thread.sleep(silence.toMillis());
    }

    /** Sends each byte before a read could time out. */
    public static Reply drip(String answer, Duration pause) {
        return out -> {
            for (byte unit : answer.getBytes(StandardCharsets.UTF_8)) {
                out.write(unit);
                out.flush();
                Thread.sleep(pause.toMillis());
            }
        };
    }

    /**
     * Returns only when no request is answered any more: a thread in the midst of accepting holds the port open for a moment
     * after the socket is closed.
     */
    @Override
    public void close() throws IOException {
        socket.close();
        try {
            acceptor.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            String request = read(new BufferedInputStream(connection.getInputStream()));
            requests.add(request);
            Deque<Reply> waiting = replies.getOrDefault(pathOf(request), new ArrayDeque<>(List.of(html(404, "?"))));
            Reply reply;
            synchronized (waiting) {
                reply = waiting.size() > 1 ? waiting.removeFirst() : waiting.getFirst();
            }
            reply.write(connection.getOutputStream());
            connection.getOutputStream().flush();
        } catch (Exception gone) {
            // The client has closed the connection.
        }
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int unit = in.read();
            if (unit < 0) {
                throw new IOException("no request");
            }
            head.write(unit);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        var length = Pattern.compile("(?i)content-length: (\\d+)").matcher(text);
        return text + (length.find() ? new String(in.readNBytes(Integer.parseInt(length.group(1))),
                StandardCharsets.UTF_8) : "");
    }

    private static String pathOf(String request) {
        return request.split(" ", 3)[1].split("\\?", 2)[0];
    }

    private static Thread start(Runnable work) {
        Thread thread = new Thread(work, "raw-server");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}

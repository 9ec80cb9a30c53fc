package dev.holdfast.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A download over a line of 64 kB a second, until it is told to stop or the server ends it. */
final class SlowReader implements AutoCloseable {

    private static final int A_SECONDS_WORTH = 64 << 10;

    private final Socket socket = new Socket();
    private final Thread thread = new Thread(this::read, "slow-reader");
    private volatile boolean over;
    private volatile String broken = "";
    private volatile long received;

    /** {@code head}: request line and headers without Host, each ended by CRLF. */
    SlowReader(URI origin, String head) throws IOException {
        // Little is in flight, so that the server has to wait.
        socket.setReceiveBufferSize(A_SECONDS_WORTH);
        socket.connect(new InetSocketAddress(origin.getHost(), origin.getPort()));
        socket.getOutputStream().write((head + "Host: " + origin.getAuthority() + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        thread.start();
    }

    boolean isUnderWay() {
        return received > A_SECONDS_WORTH && broken.isEmpty();
    }

    /** Returns the failure that ended it; empty if there was none. */
    String broken() {
        return broken;
    }

    long received() {
        return received;
    }

    private void read() {
        try {
            InputStream in = socket.getInputStream();
            String status = new String(in.readNBytes(12), StandardCharsets.ISO_8859_1);
            broken = status.endsWith("200") ? "" : status;
            while (!over && broken.isEmpty()) {
                int some = in.readNBytes(A_SECONDS_WORTH).length;
                received += some;
                broken = some < A_SECONDS_WORTH ? "its end" : "";
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (IOException | InterruptedException ended) {
            broken = over ? "" : ended.toString();
        }
    }

    @Override
    public void close() throws IOException {
        over = true;
        socket.close();
    }
}

package dev.holdfast.gateway.boundary;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.holdfast.gateway.control.GatewayOutcome;
import dev.holdfast.gateway.control.GatewayRig;
import dev.holdfast.gateway.control.UpstreamAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.concurrent.Executors;

/** Passes a gibibyte down and another one up, and says how many bytes came through: for a process with a small heap. */
public final class Streamed {

    static final long GIBIBYTE = 1L << 30;

    private static final byte[] PIECE = new byte[64 * 1024];

    private Streamed() {}

    public static void main(String[] arguments) throws IOException {
        HttpServer google = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 5);
        google.setExecutor(Executors.newCachedThreadPool());
        google.createContext("/api/v1/down", Streamed::down);
        google.createContext("/api/v1/up", Streamed::up);
        google.start();
        try (GatewayRig rig = new GatewayRig("http://127.0.0.1:" + google.getAddress().getPort(), GIBIBYTE)) {
            long[] came = new long[1];
            new PassedAnswer(answered(rig.call("GET", "/down")), () -> { }, () -> { }).write(new OutputStream() {
                @Override
                public void write(int unit) {
                    came[0]++;
                }

                @Override
                public void write(byte[] bytes, int from, int count) {
                    came[0] += count;
                }
            });
            try (UpstreamAnswer answer = answered(rig.call(GatewayRig.request("PUT", "/up", OptionalLong.empty(), zeros())))) {
                System.out.println("down " + came[0] + " up " + new String(answer.body().readAllBytes(), StandardCharsets.US_ASCII));
            }
        }
        google.stop(0);
        System.exit(0);
    }

    private static void down(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (long left = GIBIBYTE; left > 0; left -= PIECE.length) {
                out.write(PIECE);
            }
        }
    }

    private static void up(HttpExchange exchange) throws IOException {
        byte[] count = Long.toString(exchange.getRequestBody().transferTo(OutputStream.nullOutputStream()))
                .getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(200, count.length);
        exchange.getResponseBody().write(count);
        exchange.close();
    }

    private static InputStream zeros() {
        return new InputStream() {
            private long left = GIBIBYTE;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] bytes, int from, int count) {
                int given = (int) Math.min(left, count);
                left -= given;
                return given == 0 && count > 0 ? -1 : given;
            }
        };
    }

    private static UpstreamAnswer answered(GatewayOutcome outcome) {
        return ((GatewayOutcome.Answered) outcome).answer();
    }
}

package dev.holdfast.standin.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Puts answers on the wire. */
public final class Delivery {

    private Delivery() {}

    public static void send(HttpExchange exchange, StandInAnswer answer) throws IOException {
        try (exchange) {
            start(exchange, answer);
            if (answer.length() != 0 && !"HEAD".equals(exchange.getRequestMethod())) {
                try (OutputStream out = exchange.getResponseBody()) {
                    answer.body().writeTo(out);
                }
            }
        }
    }

    /** An event in the middle of an answer. */
    public interface Pause {
        void happen() throws InterruptedException;
    }

    /** Sends the headers and part of the body, pauses, and closes the connection. */
    public static void sendPart(HttpExchange exchange, StandInAnswer answer, long most, Pause pause)
            throws IOException, InterruptedException {
        if (answer.length() == StandInAnswer.UNTOLD) {
            sendSomeChunks(exchange, answer, most, pause);
        }
        try (exchange) {
            start(exchange, answer);
            int part = (int) Math.min(most, answer.length() / 2);
            OutputStream out = exchange.getResponseBody();
            out.write(beginning(answer, part));
            out.flush();
            pause.happen();
        }
    }

    /** Closing the exchange would send the last chunk; an exception closes the connection alone. */
    private static void sendSomeChunks(HttpExchange exchange, StandInAnswer answer, long most, Pause pause)
            throws IOException, InterruptedException {
        start(exchange, answer);
        OutputStream out = exchange.getResponseBody();
        out.write(beginning(answer, (int) most));
        out.flush();
        pause.happen();
        throw new IOException("broken off in the midst of chunks");
    }

    private static void start(HttpExchange exchange, StandInAnswer answer) throws IOException {
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(answer.status(), announced(exchange, answer));
    }

    /** As the JDK's server wants it: -1 for no body, 0 for chunks. For HEAD it wants the header and no body. */
    private static long announced(HttpExchange exchange, StandInAnswer answer) {
        if ("HEAD".equals(exchange.getRequestMethod())) {
            if (answer.length() > 0) {
                exchange.getResponseHeaders().set("Content-Length", Long.toString(answer.length()));
            }
            return -1;
        }
        return answer.length() == 0 ? -1 : Math.max(0, answer.length());
    }

    private static byte[] beginning(StandInAnswer answer, int length) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            answer.body().writeTo(new OutputStream() {
                @Override
                public void write(int one) throws IOException {
                    if (bytes.size() == length) {
                        throw new Enough();
                    }
                    bytes.write(one);
                }
            });
        } catch (Enough enough) {
            // The first bytes were wanted, and no more.
        }
        return bytes.toByteArray();
    }

    private static final class Enough extends IOException {
        private static final long serialVersionUID = 1L;
    }
}

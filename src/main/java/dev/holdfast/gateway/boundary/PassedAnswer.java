package dev.holdfast.gateway.boundary;

import dev.holdfast.gateway.control.UpstreamAnswer;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The body of Google's answer on its way to the browser, in small pieces that leave as they come. If it breaks on Google's
 * side, the connection to the browser is broken off; a broken answer never looks complete.
 */
final class PassedAnswer implements StreamingOutput {

    private static final int PIECE = 16 * 1024;

    private final UpstreamAnswer answer;
    private final Head head;
    private final Runnable breakOff;

    /** Sends status and headers irrevocably; before that, the server would correct a wrong length. */
    @FunctionalInterface
    interface Head {
        void send() throws IOException;
    }

    /** {@code breakOff} breaks the connection to the browser. */
    PassedAnswer(UpstreamAnswer answer, Head head, Runnable breakOff) {
        this.answer = answer;
        this.head = head;
        this.breakOff = breakOff;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        // Does not close the stream itself: that would read the rest, which has no reader any more.
        try (answer) {
            out.flush();
            head.send();
            InputStream body = answer.body();
            byte[] piece = new byte[PIECE];
            for (int read = next(body, piece); read >= 0; read = next(body, piece)) {
                out.write(piece, 0, read);
                out.flush();
            }
        } catch (Broken broken) {
            breakOff.run();
        }
    }

    private static int next(InputStream body, byte[] piece) throws Broken {
        try {
            return body.read(piece);
        } catch (IOException broken) {
            throw new Broken();
        }
    }

    /** A failure on Google's side, told apart from one on the browser's. */
    private static final class Broken extends IOException {
        private static final long serialVersionUID = 1L;
    }
}

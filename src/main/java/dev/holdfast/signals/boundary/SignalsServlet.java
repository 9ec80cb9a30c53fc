package dev.holdfast.signals.boundary;

import dev.holdfast.google.signal.SetRefusal;
import dev.holdfast.google.signal.SignalConfig;
import dev.holdfast.problem.Problem;
import dev.holdfast.problem.ProblemCode;
import dev.holdfast.problem.ProblemWriter;
import dev.holdfast.problem.StorageFailure;
import dev.holdfast.signals.control.SignalLog;
import dev.holdfast.signals.control.SignalReception;
import dev.holdfast.signals.control.SignalReception.Outcome;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * {@code POST /signals/google}: receives a security event token as the body, whatever its content type (RFC 8935 section 2).
 * {@code META-INF/openapi.yaml} describes the answers. Anyone can call it: nothing is written before the signature is verified.
 */
public class SignalsServlet extends HttpServlet {

    static final int MOST_BYTES = 16 * 1024;

    private static final Duration AGAIN_AFTER = Duration.ofSeconds(5);

    @Inject transient SignalConfig config;
    @Inject transient SignalReception reception;
    @Inject transient SignalMetrics metrics;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (!config.isOn()) {
            ProblemWriter.write(Problem.of(ProblemCode.NOT_FOUND), response);
        } else if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST");
            ProblemWriter.write(Problem.of(ProblemCode.METHOD_NOT_ALLOWED), response);
        } else {
            Optional<byte[]> body = read(request);
            if (body.isEmpty()) {
                ProblemWriter.write(Problem.of(ProblemCode.PAYLOAD_TOO_LARGE), response);
            } else {
                receive(new String(body.get(), StandardCharsets.UTF_8), response);
            }
        }
    }

    /** Liberty refuses TRACE itself, with a stack trace in the log, if a servlet does not define what it does then. */
    @Override
    protected void doTrace(HttpServletRequest request, HttpServletResponse response) throws IOException {
        service(request, response);
    }

    /** Reads at most the bytes of the largest token, whatever length was announced; empty if there are more. */
    private static Optional<byte[]> read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > MOST_BYTES) {
            return Optional.empty();
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        return body.length > MOST_BYTES ? Optional.empty() : Optional.of(body);
    }

    private void receive(String token, HttpServletResponse response) throws IOException {
        try {
            answer(reception.receive(token), response);
        } catch (RuntimeException failure) {
            if (StorageFailure.isCauseOf(failure)) {
                SignalLog.notStored(failure);
                unavailable(ProblemCode.STORAGE_UNAVAILABLE, response);
            } else {
                ProblemWriter.writeFailure(failure, response);
            }
        }
    }

    private void answer(Outcome outcome, HttpServletResponse response) throws IOException {
        if (outcome instanceof Outcome.Received received) {
            metrics.received(received.type(), received.receipt());
            response.setStatus(HttpServletResponse.SC_ACCEPTED);
        } else if (outcome instanceof Outcome.Refused refused) {
            metrics.refused(refused.refusal());
            refuse(refused.refusal(), response);
        } else {
            unavailable(ProblemCode.GOOGLE_UNAVAILABLE, response);
        }
    }

    /** Answers as RFC 8935 section 2.4 wants it; both texts are ours and need no escapes. */
    private static void refuse(SetRefusal refusal, HttpServletResponse response) throws IOException {
        byte[] body = ("{\"err\":\"" + refusal.code() + "\",\"description\":\"" + refusal.description() + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType("application/json");
        response.setHeader("Content-Language", "en");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static void unavailable(ProblemCode code, HttpServletResponse response) throws IOException {
        ProblemWriter.write(Problem.of(code).withRetryAfter(AGAIN_AFTER), response);
    }
}

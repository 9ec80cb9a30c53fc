package dev.holdfast.session.boundary;

import dev.holdfast.session.control.Refreshed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The token response (RFC 6749 section 5.1); the access token is the only token in it. Its values need no JSON escaping:
 * they are base64url, digits, UUIDs and times.
 */
final class TokenResponse {

    private TokenResponse() {}

    static void write(Refreshed.Issued issued, HttpServletResponse response) throws IOException {
        byte[] body = json(issued).getBytes(StandardCharsets.US_ASCII);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static String json(Refreshed.Issued issued) {
        return "{\"access_token\":\"" + issued.accessToken().token().reveal()
                + "\",\"token_type\":\"Bearer\",\"expires_in\":" + issued.accessToken().expiresIn()
                + ",\"session_id\":\"" + issued.sessionId()
                + "\",\"session_expires_at\":\"" + seconds(issued.idleEndsAt())
                + "\",\"session_ends_at\":\"" + seconds(issued.endsAt()) + "\"}";
    }

    private static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}

package dev.holdfast.session.boundary;

import dev.holdfast.session.control.Refreshed;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The token response (RFC 6749 section 5.1); the access token is the only token in it. */
@JsonbPropertyOrder({"access_token", "token_type", "expires_in", "session_id", "session_expires_at",
        "session_ends_at"})
public final class TokenResponse {

    private final Refreshed.Issued issued;

    private TokenResponse(Refreshed.Issued issued) {
        this.issued = issued;
    }

    static TokenResponse of(Refreshed.Issued issued) {
        return new TokenResponse(issued);
    }

    @JsonbProperty("access_token")
    @Schema(examples = "header.claims.signature")
    public String getAccessToken() {
        return issued.accessToken().token().reveal();
    }

    @JsonbProperty("token_type")
    @Schema(enumeration = "Bearer", examples = "Bearer")
    public String getTokenType() {
        return "Bearer";
    }

    @JsonbProperty("expires_in")
    @Schema(examples = "300")
    public long getExpiresIn() {
        return issued.accessToken().expiresIn();
    }

    @JsonbProperty("session_id")
    @Schema(format = "uuid")
    public String getSessionId() {
        return issued.sessionId().toString();
    }

    @JsonbProperty("session_expires_at")
    @Schema(format = "date-time")
    public String getSessionExpiresAt() {
        return seconds(issued.idleEndsAt());
    }

    @JsonbProperty("session_ends_at")
    @Schema(format = "date-time")
    public String getSessionEndsAt() {
        return seconds(issued.endsAt());
    }

    private static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    @Override
    public String toString() {
        return "TokenResponse[" + issued.sessionId() + "]";
    }
}

package dev.holdfast.google.api;

import dev.holdfast.google.wire.GoogleHttp;
import dev.holdfast.google.wire.GoogleTrouble;
import dev.holdfast.google.wire.OpenAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.HttpHeaders;

/**
 * Sees in the answers to an API client whether the API is enabled in this installation's project: whatever the client or its
 * caller makes of the refusal, the check-up knows of it. The client reads the whole answer as it came.
 */
final class ApiEnabled {

    private static final int FORBIDDEN = 403;
    private static final int REFUSALS_FROM = 300;

    /** A refusal of Google's has 2 kB; one that is larger, packed or not, is none of these. */
    private static final int MOST = 64 * 1024;

    private final GoogleHttp http;
    private final DisabledApis disabled;

    ApiEnabled(GoogleHttp http, DisabledApis disabled) {
        this.http = http;
        this.disabled = disabled;
    }

    void see(URI target, OpenAnswer answer) throws GoogleTrouble {
        if (answer.status() < REFUSALS_FROM) {
            disabled.worked(ApiName.of(target));
        } else if (answer.status() == FORBIDDEN) {
            ApiRefusal refusal = new ApiRefusal(FORBIDDEN, unpacked(answer, http.peek(answer, MOST)),
                    answer.header(HttpHeaders.WWW_AUTHENTICATE).orElse(""), Duration.ZERO);
            if (refusal.isForWantOfTheApi()) {
                disabled.refused(ApiName.of(target), refusal.service());
            }
        }
    }

    private static String unpacked(OpenAnswer answer, byte[] body) {
        if (!answer.isEncoded()) {
            return new String(body, StandardCharsets.UTF_8);
        }
        try (InputStream packed = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(packed.readNBytes(MOST), StandardCharsets.UTF_8);
        } catch (IOException otherwisePacked) {
            return "";
        }
    }
}

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
 * Records from an API client's answers whether the API is enabled in this installation's project. The check-up therefore
 * knows it, however the client or its caller treats the refusal. The client still reads the whole answer.
 */
final class ApiEnabled {

    private static final int FORBIDDEN = 403;
    private static final int REFUSALS_FROM = 300;

    /** A refusal by Google has about 2 kB; a larger body, compressed or not, is not recognised as one. */
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

package dev.holdfast.google.token;

import com.google.api.client.http.LowLevelHttpResponse;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A grant in the form that google-auth-library expects: only the members that it reads, in the types that it expects. */
final class PlainGrant extends LowLevelHttpResponse {

    private static final String JSON = "application/json; charset=UTF-8";

    private final byte[] body;

    PlainGrant(TokenAnswer.Granted granted) {
        body = JSONObjectUtils.toJSONString(Map.of(
                "access_token", granted.accessToken().reveal(),
                "token_type", "Bearer",
                "expires_in", granted.lifetime().toSeconds(),
                "scope", String.join(" ", granted.scopes()))).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public InputStream getContent() {
        return new ByteArrayInputStream(body);
    }

    @Override
    public @Nullable String getContentEncoding() {
        return null;
    }

    @Override
    public long getContentLength() {
        return body.length;
    }

    @Override
    public String getContentType() {
        return JSON;
    }

    @Override
    public String getStatusLine() {
        return "HTTP/1.1 200 OK";
    }

    @Override
    public int getStatusCode() {
        return 200;
    }

    @Override
    public String getReasonPhrase() {
        return "OK";
    }

    @Override
    public int getHeaderCount() {
        return 0;
    }

    @Override
    public String getHeaderName(int index) {
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    public String getHeaderValue(int index) {
        throw new IndexOutOfBoundsException(index);
    }
}

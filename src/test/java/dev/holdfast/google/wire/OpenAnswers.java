package dev.holdfast.google.wire;

import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;

/** Answers that are still open, without a wire. */
public final class OpenAnswers {

    private OpenAnswers() {}

    public static OpenAnswer of(String body) {
        BasicClassicHttpResponse response = new BasicClassicHttpResponse(200);
        response.setEntity(new StringEntity(body, ContentType.TEXT_PLAIN));
        return new OpenAnswer(new HttpPost("http://localhost"), response);
    }
}

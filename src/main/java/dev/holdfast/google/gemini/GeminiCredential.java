package dev.holdfast.google.gemini;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.google.token.AccessToken;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.HttpHeaders;

/** The access with which the model is asked: a person's, or that of this installation. A request carries one of the two. */
public sealed interface GeminiCredential {

    /** A person's token at Google. */
    record Person(AccessToken token) implements GeminiCredential {}

    /** The API key of this installation. */
    record Key(Secret key) implements GeminiCredential {}

    /** Puts the one header of this credential into a request: both together confuse the API. */
    default void sign(HttpPost request) {
        if (this instanceof Person person) {
            request.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + person.token().value().reveal());
        } else if (this instanceof Key installation) {
            request.setHeader("x-goog-api-key", installation.key().reveal());
        }
    }
}

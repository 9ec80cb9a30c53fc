package dev.holdfast.google.control;

import dev.holdfast.google.entity.TokenAnswer;
import java.io.IOException;

/**
 * Google did not answer, or not as Google: the transient kind of failure. It carries nothing but a short code of ours,
 * because texts of the network may quote what was sent. It leaves this room only out of an API client's call.
 */
public final class GoogleTrouble extends IOException {

    static final String TOO_LARGE = "answer_too_large";

    GoogleTrouble(String code) {
        super(code);
    }

    static GoogleTrouble of(TokenAnswer answer) {
        return new GoogleTrouble(answer instanceof TokenAnswer.Trouble trouble ? trouble.code() : "unknown_refusal");
    }

    String code() {
        return getMessage();
    }
}

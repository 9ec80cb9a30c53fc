package dev.holdfast.gemini.entity;

import dev.holdfast.google.wire.JsonBody;
import java.util.Optional;

/** A question about a file, of 1 to {@value #LONGEST} characters. A class: a record would print it. */
public final class Question {

    public static final int LONGEST = 2000;

    private final String text;

    private Question(String text) {
        this.text = text;
    }

    /** Parses {@code {"question": "..."}}; empty if it is anything else, blank or too long. */
    public static Optional<Question> parse(String body) {
        return JsonBody.members(body).map(members -> members.get("question"))
                .flatMap(question -> question instanceof String given ? of(given) : Optional.empty());
    }

    private static Optional<Question> of(String given) {
        String text = given.strip();
        return text.isEmpty() || text.codePointCount(0, text.length()) > LONGEST
                ? Optional.empty() : Optional.of(new Question(text));
    }

    public String text() {
        return text;
    }
}

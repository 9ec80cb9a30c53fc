package dev.holdfast.session.control;

import dev.holdfast.session.entity.Receipt;
import dev.holdfast.session.entity.RefreshRequest;
import dev.holdfast.session.entity.RefreshToken;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A state of a session's row and a request to refresh it, each described by a sequence of words. */
record RefreshCase(String text) {

    private static final Instant NOW = Instant.parse("2026-11-23T12:16:40Z");
    private static final List<List<String>> CHOICES = List.of(
            List.of("presents-4", "presents-5", "presents-6"),
            List.of("row-without-key", "row-with-key-a"),
            List.of("asks-without-key", "asks-with-key-a", "asks-with-key-b"),
            List.of("usual", "ended", "idle-now", "idle-before", "of-another", "disabled", "marked", "marked-but-kept",
                    "marked-earlier", "marked-beyond-limit"));

    static RefreshCase of(String text) {
        return new RefreshCase(text);
    }

    /** Returns every combination of the words. */
    static List<String> all() {
        List<String> texts = List.of("");
        for (List<String> choice : CHOICES) {
            List<String> longer = new ArrayList<>();
            texts.forEach(text -> choice.forEach(word -> longer.add(text + word + ' ')));
            texts = longer;
        }
        return texts;
    }

    /** Returns one account for each state of accounts; a mark that keeps one session is for an account of its own. */
    UUID account() {
        String name = CHOICES.get(3).stream().filter(this::is).findFirst().orElseThrow();
        String own = name.equals("marked-but-kept") ? name + text : name;
        return UUID.nameUUIDFromBytes(own.getBytes(StandardCharsets.UTF_8));
    }

    boolean isDisabled() {
        return is("disabled");
    }

    RefreshRequest request(UUID session) {
        long presented = is("presents-4") ? 4 : is("presents-6") ? 6 : 5;
        UUID owner = is("of-another") ? new UUID(7, 7) : account();
        Receipt receipt = is("asks-with-key-a") ? new Receipt("a", List.of(1L, 2L))
                : is("asks-with-key-b") ? new Receipt("b", List.of(3L, 4L)) : Receipt.NONE;
        return new RefreshRequest(new RefreshToken(session, presented, Optional.of(owner), Instant.EPOCH), receipt, NOW);
    }

    /** Returns the columns of the row besides its generation, in SQL. */
    String changes() {
        return (is("row-with-key-a") ? ", rotation_key_hash = 'a'" : "")
                + (is("ended") ? ", ended_at = '2026-11-23 12:10:00', end_reason = 'SIGNED_OUT'" : "")
                + (is("idle-now") ? ", idle_ends_at = '2026-11-23 12:16:40'" : "")
                + (is("idle-before") ? ", idle_ends_at = '2026-11-23 12:16:39'" : "");
    }

    List<String> marks() {
        if (is("marked")) {
            return List.of(mark("'2026-11-23 12:00:00'", "null"));
        }
        if (is("marked-earlier")) {
            return List.of(mark("'2026-11-23 11:59:59'", "null"));
        }
        return is("marked-beyond-limit") ? List.of(mark("null", "null")) : List.of();
    }

    List<String> marksOf(UUID session) {
        return is("marked-but-kept") ? List.of(mark("'2026-11-23 12:00:00'", "'" + session + "'")) : List.of();
    }

    private String mark(String until, String kept) {
        return "insert into session_ending (id, account_id, marked_at, begun_until, kept_session, reason) values ('"
                + UUID.randomUUID() + "', '" + account() + "', '2026-11-23 12:10:00', " + until + ", " + kept
                + ", 'SIGNED_OUT')";
    }

    private boolean is(String word) {
        return (' ' + text + ' ').contains(' ' + word + ' ');
    }
}

package dev.holdfast.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reader of an error: a program under our JSON prefixes, a person everywhere else. */
enum ErrorAudience {
    PROGRAM,
    PERSON;

    private static final List<String> PROGRAM_PREFIXES = List.of("/api", "/auth", "/.well-known", "/signals");

    static ErrorAudience of(@Nullable String path) {
        boolean program = path != null && PROGRAM_PREFIXES.stream()
                .anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
        return program ? PROGRAM : PERSON;
    }
}

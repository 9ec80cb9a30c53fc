package dev.holdfast;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The comments of a source file in Java or TypeScript; those inside literals are none. */
final class Comments {

    private static final Pattern LITERAL_OR_COMMENT = Pattern.compile("\"\"\"(?s:.*?)\"\"\""
            + "|\"[^\"\\\\\n]*+(?:\\\\.[^\"\\\\\n]*+)*+\"|'[^'\\\\\n]*+(?:\\\\.[^'\\\\\n]*+)*+'"
            + "|`[^`\\\\]*+(?:\\\\(?s:.)[^`\\\\]*+)*+`"
            + "|(?<block>/\\*(?s:.*?)\\*/)|(?<lines>//[^\n]*+(?:\n[ \t]*+//[^\n]*+)*+)");

    private Comments() {}

    /** One comment; several lines with slashes that follow each other are one. */
    record Comment(String words, boolean isDocumentation) {

        /** Returns the faults of its English; only documentation is held to its opening. */
        Stream<String> faults() {
            return Stream.concat(isDocumentation && PlainEnglish.opensWithAFragment(words)
                            ? Stream.of("opens with a fragment: " + words) : Stream.empty(),
                    PlainEnglish.faultsIn(words).stream().map(fault -> fault + ", in: " + words));
        }
    }

    static Stream<Comment> of(String source) {
        return LITERAL_OR_COMMENT.matcher(source).results().map(found -> found.group())
                .filter(found -> found.startsWith("/")).map(found -> new Comment(words(found), found.startsWith("/**")));
    }

    private static String words(String comment) {
        return comment.replaceAll("\\A/\\*+|\\*/\\z", "").replaceAll("(?m)^[ \\t]*(?:\\*|//) ?", "")
                .replaceAll("\\{@\\w+ [^}]*}|`[^`]*`", "`").strip();
    }
}

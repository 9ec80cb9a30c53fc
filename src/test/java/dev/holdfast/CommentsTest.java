package dev.holdfast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.Comments.Comment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each comment of a source file is found, and no literal is taken for one. */
class CommentsTest {

    @Test
    void ofWhenThereAreSeveralKindsThenEachIsFoundWithItsWords() {
        String source = "/**\n * One,\n * `nobody` and {@code nobody}.\n */\nint a; // Two\n    // Three,\n    // whoever\n"
                + "/* Four */";

        assertEquals(List.of(new Comment("One,\n` and `.", true), new Comment("Two\nThree,\nwhoever", false),
                new Comment("Four", false)), Comments.of(source).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"http://x /** a */\"", "'// a'", "\"\"\"\n// a\n/* b */\"\"\"", "`${a}\n// b`", "\"a\\\"// b\""})
    void ofWhenALiteralLooksLikeOneThenThereIsNone(String source) {
        assertEquals(List.of(), Comments.of(source).toList());
    }

    @Test
    void faultsWhenDocumentationOpensWithAFragmentThenItIsToldAndNotOfAnotherComment() {
        assertEquals(1, Comments.of("/** What is left. */").flatMap(Comment::faults).count());
        assertEquals(0, Comments.of("// Nothing is left.").flatMap(Comment::faults).count());
        assertEquals(1, Comments.of("// It waits for whoever comes.").flatMap(Comment::faults).count());
    }
}

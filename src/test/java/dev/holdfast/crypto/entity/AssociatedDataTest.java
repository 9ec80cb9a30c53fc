package dev.holdfast.crypto.entity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AssociatedDataTest {

    /** Lists that a plain join would confuse. */
    @Test
    void bytesWhenPartsAreCutDifferentlyThenTheyDiffer() {
        List<AssociatedData> all = List.of(
                AssociatedData.of("ab", "c"), AssociatedData.of("a", "bc"), AssociatedData.of("abc"),
                AssociatedData.of("abc", ""), AssociatedData.of("", "abc"), AssociatedData.of("", "ab", "c"),
                AssociatedData.of("a", "b", "c"), AssociatedData.of("c", "b", "a"), AssociatedData.of("ab", "C"),
                AssociatedData.of("a\u0000\u0000\u0000\u0001b"), AssociatedData.of("a", "b"), AssociatedData.of("a|b"));

        Set<String> distinct = all.stream().map(each -> HexFormat.of().formatHex(each.bytes())).collect(Collectors.toSet());

        assertEquals(all.size(), distinct.size());
    }

    /** Data that is stored today must open with later versions. */
    @Test
    void bytesWhenSamePartsThenTheyNeverChange() {
        assertArrayEquals(HexFormat.of().parseHex("00000001610000000" + "2c3a900000000"),
                AssociatedData.of("a", "\u00e9", "").bytes());
    }
}

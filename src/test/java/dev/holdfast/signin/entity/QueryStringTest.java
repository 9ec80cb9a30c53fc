package dev.holdfast.signin.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryStringTest {

    @Test
    void parseWhenValuesRepeatThenAllAreKeptDecoded() {
        assertEquals(Map.of("a", List.of("1 2", "/"), "b", List.of("")),
                QueryString.parse("a=1+2&b&a=%2f").orElseThrow());
    }

    @Test
    void parseWhenThereIsNoneThenNoParameters() {
        assertEquals(Map.of(), QueryString.parse(null).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%zz", "%f=1", "a=%-1"})
    void parseWhenEncodingIsBrokenThenEmpty(String query) {
        assertTrue(QueryString.parse(query).isEmpty());
    }

    @Test
    void parseWhenOverlongThenEmpty() {
        assertTrue(QueryString.parse("a=" + "x".repeat(16_384)).isEmpty());
    }
}

package dev.holdfast.drive.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.google.drive.DriveQuery;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListRequestTest {

    @Test
    void parseWhenNothingIsSaidThenTwentyFiveOfAll() {
        assertEquals(Optional.of(new DriveQuery(Optional.empty(), 25, Optional.empty())), ListRequest.parse(null, null, null));
        assertEquals(Optional.of(new DriveQuery(Optional.empty(), 25, Optional.empty())), ListRequest.parse(" ", null, ""));
    }

    @Test
    void parseWhenAllIsSaidThenThat() {
        assertEquals(Optional.of(new DriveQuery(Optional.of("plan"), 100, Optional.of("t"))),
                ListRequest.parse(" plan ", "100", "t"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "ten", "", "1.5", "025", "99999999999", "+5", "٢"})
    void parseWhenThePageSizeIsOutOfBoundsThenNothing(String pageSize) {
        assertTrue(ListRequest.parse(null, pageSize, null).isEmpty());
    }

    @Test
    void parseWhenTooLongThenNothing() {
        assertTrue(ListRequest.parse("x".repeat(1_001), null, null).isEmpty());
        assertTrue(ListRequest.parse(null, null, "x".repeat(4_001)).isEmpty());
    }
}

package dev.holdfast.web.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientRequestIdTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";
    private static final String REQUEST = "7d444840-9dc0-11d1-b245-5ffdce74fad2";

    @Test
    void idWhenATraceIsGoneOnWithThenIsTheTraces() {
        assertEquals(Optional.of(TRACE), ClientRequestId.of(PARENT, REQUEST));
        assertEquals(Optional.of(TRACE), ClientRequestId.of("cc" + PARENT.substring(2) + "-what-a-later-version-adds", null));
    }

    @Test
    void idWhenOnlyARequestIdIsSentThenIsThat() {
        assertEquals(Optional.of(REQUEST), ClientRequestId.of(null, REQUEST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "ff-" + TRACE + "-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01", "00-" + TRACE + "-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01", PARENT + "\nHF0402"})
    void idWhenTheTraceParentIsMalformedThenIsTheRequestId(String traceParent) {
        assertEquals(Optional.of(REQUEST), ClientRequestId.of(traceParent, REQUEST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fifteen-letters", "sixteen letters.", "abcdefghijklmnop\n",
        "sixty-five-characters-are-one-too-many-00000000000000000000000000", "äbcdefghijklmnopq"})
    void idWhenTheRequestIdIsAnythingElseThenIsIgnored(String requestId) {
        assertEquals(Optional.empty(), ClientRequestId.of(null, requestId));
    }
}

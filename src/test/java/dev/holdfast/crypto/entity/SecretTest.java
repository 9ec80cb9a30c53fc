package dev.holdfast.crypto.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretTest {

    private static final Secret SECRET = Secret.of("1//refresh-token");

    /** The generated toString of a record is the usual leak. */
    record Holder(Secret token, Optional<Secret> maybe, List<Secret> more) {}

    @Test
    void toStringWhenPrintedInAnyWayThenItNeverShows() {
        Holder holder = new Holder(SECRET, Optional.of(SECRET), List.of(SECRET));

        for (String text : List.of(SECRET.toString(), "" + SECRET, String.format("%s", SECRET), holder.toString(),
                new IllegalStateException("with " + SECRET).getMessage())) {
            assertFalse(text.contains("refresh-token"), text);
        }
    }

    @Test
    void writeObjectWhenSerialisedThenRefused() throws IOException {
        try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            assertThrows(IOException.class, () -> out.writeObject(SECRET));
        }
    }

    @Test
    void equalsWhenSameValueThenEqual() {
        assertEquals(SECRET, Secret.of("1//refresh-token"));
        assertEquals(SECRET.hashCode(), Secret.of("1//refresh-token").hashCode());
        assertNotEquals(SECRET, Secret.of("1//refresh-tokem"));
        assertNotEquals(SECRET, Secret.of("1//refresh-token "));
    }

    @Test
    void ofWhenNullThenRefused() {
        assertThrows(NullPointerException.class, () -> Secret.of(null));
    }
}

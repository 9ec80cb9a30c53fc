package dev.holdfast.settings.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTest {

    @ParameterizedTest
    @CsvSource({"1024, 1024", "2000B, 2000", "64kB, 65536", "64KB, 65536", "1MB, 1048576", "1 mb, 1048576", "1GB, 1073741824"})
    void parseWhenASizeThenItsBytes(String text, long bytes) {
        assertEquals(bytes, ByteSize.parse(text).bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "1023", "1025MB", "2GB", "-1", "1.5MB", "MB", "1TB", "9999999999GB", "one"})
    void parseWhenNoneOrOutOfBoundsThenRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> ByteSize.parse(text));
    }
}

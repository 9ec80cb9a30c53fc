package dev.holdfast.drive.boundary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.drive.control.Download;
import dev.holdfast.google.drive.DriveContent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AttachmentTest {

    private static final byte[] BYTES = "0123456789".repeat(10_000).getBytes(StandardCharsets.US_ASCII);

    private boolean closed;
    private int committedAt = -1;

    @Test
    void writeWhenAllComesThenAllIsSentAndTheHeadFirst() throws IOException {
        assertArrayEquals(BYTES, sent(new ByteArrayInputStream(BYTES), BYTES.length));
        assertEquals(0, committedAt);
        assertTrue(closed);
    }

    @Test
    void writeWhenGoogleBreaksThenLessThanPromised() throws IOException {
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(BYTES), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken");
            }
        });

        assertTrue(sent(broken, BYTES.length + 1).length < BYTES.length + 1);
        assertEquals(0, committedAt);
        assertTrue(closed);
    }

    @Test
    void writeWhenMoreComesThanPromisedThenLessThanPromised() throws IOException {
        assertTrue(sent(new ByteArrayInputStream(BYTES), BYTES.length - 1).length < BYTES.length - 1);
        assertTrue(sent(new ByteArrayInputStream(BYTES), 16 * 1024).length < 16 * 1024);
    }

    @Test
    void writeWhenTheFileIsEmptyThenNothing() throws IOException {
        assertEquals(0, sent(InputStream.nullInputStream(), 0).length);
        assertTrue(closed);
    }

    private byte[] sent(InputStream content, long promised) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Download download = new Download("n", "t/t", promised,
                new DriveContent(content, OptionalLong.empty(), () -> closed = true));
        new Attachment(download, () -> committedAt = out.size()).write(out);
        return out.toByteArray();
    }
}

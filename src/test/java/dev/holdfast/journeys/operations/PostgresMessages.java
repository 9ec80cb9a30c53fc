package dev.holdfast.journeys.operations;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the messages of a client to PostgreSQL and tells which statement each one runs, also a statement that was prepared
 * before and is only named (PostgreSQL documentation, "Message Formats").
 */
final class PostgresMessages {

    /** @param statement the text of the statement that the message runs, if it runs one */
    record Message(byte[] bytes, Optional<String> statement) {
    }

    private static final int REQUEST_FOR_ENCRYPTION = 8;

    private final DataInputStream said;
    private final Map<String, String> prepared = new HashMap<>();
    private boolean started;

    PostgresMessages(InputStream said) {
        this.said = new DataInputStream(said);
    }

    /** @throws EOFException when the client has closed the connection */
    Message next() throws IOException {
        int type = started ? said.readUnsignedByte() : -1;
        int length = said.readInt();
        byte[] body = said.readNBytes(length - Integer.BYTES);
        if (body.length < length - Integer.BYTES) {
            throw new EOFException();
        }
        started |= length > REQUEST_FOR_ENCRYPTION;

        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        if (type >= 0) {
            whole.write(type);
        }
        whole.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
        whole.writeBytes(body);
        return new Message(whole.toByteArray(), statementOf(type, body));
    }

    private Optional<String> statementOf(int type, byte[] body) {
        String[] words = new String(body, StandardCharsets.UTF_8).split("\0", 3);
        switch (type) {
            case 'Q':
                return Optional.of(words[0]);
            case 'P':
                prepared.put(words[0], words[1]);
                return Optional.empty();
            case 'B':
                return Optional.ofNullable(prepared.get(words[1]));
            default:
                return Optional.empty();
        }
    }
}

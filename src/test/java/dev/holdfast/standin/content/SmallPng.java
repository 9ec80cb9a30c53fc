package dev.holdfast.standin.content;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** A PNG picture of a gradient, its colours taken from the name. */
final class SmallPng {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 320;

    private SmallPng() {}

    static byte[] of(String name) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream png = new DataOutputStream(bytes);
            png.writeLong(0x89504E470D0A1A0AL);
            ByteArrayOutputStream header = new ByteArrayOutputStream();
            DataOutputStream fields = new DataOutputStream(header);
            fields.writeInt(WIDTH);
            fields.writeInt(HEIGHT);
            fields.write(new byte[] {8, 2, 0, 0, 0});
            chunk(png, "IHDR", header.toByteArray());
            chunk(png, "IDAT", pixels(name.hashCode()));
            chunk(png, "IEND", new byte[0]);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] pixels(int colour) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(bytes)) {
            for (int y = 0; y < HEIGHT; y++) {
                deflated.write(0);
                for (int x = 0; x < WIDTH; x++) {
                    deflated.write((colour & 127) + 127 * y / HEIGHT);
                    deflated.write((colour >> 8 & 127) + 127 * x / WIDTH);
                    deflated.write(colour >> 16 & 127);
                }
            }
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream png, String type, byte[] data) throws IOException {
        CRC32 crc = new CRC32();
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        crc.update(name);
        crc.update(data);
        png.writeInt(data.length);
        png.write(name);
        png.write(data);
        png.writeInt((int) crc.getValue());
    }
}

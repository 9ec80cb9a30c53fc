package dev.holdfast.standin.content;

import dev.holdfast.standin.http.Template;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Office documents with a title and a line. Their parts are in {@code office-<kind>.txt}, each after its path. */
final class OfficeFile {

    private static final long SAME_EACH_TIME = 1_700_000_000_000L;

    private OfficeFile() {}

    static byte[] docx(String title, String text) {
        return zip(parts("office-docx.txt", title, text));
    }

    static byte[] xlsx(String title, String text) {
        return zip(parts("office-xlsx.txt", title, text));
    }

    static byte[] pptx(String title, String text) {
        return zip(parts("office-pptx.txt", title, text));
    }

    /** An archive of one file. */
    static byte[] zip(String name, String text) {
        return zip(Map.of(name, text));
    }

    private static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTime(SAME_EACH_TIME);
                zip.putNextEntry(entry);
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** A line {@code == path} starts a part. */
    private static Map<String, String> parts(String resource, String title, String text) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : load(resource).split("(?m)^== ")) {
            int lineEnd = part.indexOf('\n');
            if (lineEnd > 0) {
                parts.put(part.substring(0, lineEnd).trim(), part.substring(lineEnd + 1)
                        .replace("{{title}}", Template.escape(title))
                        .replace("{{text}}", Template.escape(text)));
            }
        }
        return parts;
    }

    private static String load(String resource) {
        try (InputStream in = OfficeFile.class.getResourceAsStream("/standin/" + resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

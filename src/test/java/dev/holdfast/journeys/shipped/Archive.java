package dev.holdfast.journeys.shipped;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A WAR or a jar of the build; names in the order in which they are stored. */
record Archive(Path file, List<String> names, Set<LocalDateTime> times) {

    static Archive of(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new Archive(file, zip.stream().map(ZipEntry::getName).toList(),
                    zip.stream().map(ZipEntry::getTimeLocal).collect(Collectors.toSet()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<String> namesBelow(String directory) {
        return names.stream().filter(name -> name.startsWith(directory) && !name.endsWith("/"))
                .map(name -> name.substring(directory.length())).toList();
    }

    String text(String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    String property(String name, String key) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(text(name)));
        return properties.getProperty(key);
    }
}

package dev.holdfast.settings.entity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of Holdfast, as {@code pom.xml} has it: the build writes it into {@code META-INF/holdfast.properties}. */
public final class ProductVersion {

    private static final String CURRENT = read();

    private ProductVersion() {}

    public static String current() {
        return CURRENT;
    }

    private static String read() {
        try (InputStream file = ProductVersion.class.getResourceAsStream("/META-INF/holdfast.properties")) {
            Properties build = new Properties();
            build.load(file);
            return build.getProperty("version");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

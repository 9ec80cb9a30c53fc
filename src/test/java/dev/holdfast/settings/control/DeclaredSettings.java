package dev.holdfast.settings.control;

import dev.holdfast.gateway.control.GatewayConfig;
import dev.holdfast.google.GoogleConfig;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every setting: those that rooms read in a constructor, and the variables of our Liberty configuration. */
final class DeclaredSettings {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern SETTINGS = Pattern.compile("\\bSettings \\w+[;,)]|org\\.eclipse\\.microprofile\\.config");
    private static final Path LIBERTY = Path.of("liberty/holdfast/settings.xml");
    private static final Pattern VARIABLE = Pattern.compile("<variable name=\"([^\"]+)\" defaultValue=\"([^\"]*)\"/>");

    private DeclaredSettings() {}

    /** Returns the settings by key: the default is that of the code if it has one, else Liberty's. */
    static Map<String, DeclaredSetting> all() throws IOException, ReflectiveOperationException {
        Map<String, DeclaredSetting> all = new LinkedHashMap<>(ofTheCode());
        ofLiberty().forEach((key, fallback) -> {
            DeclaredSetting known = all.getOrDefault(key, new DeclaredSetting(key, "", ""));
            all.put(key, known.fallback().isEmpty() ? known.withFallback(fallback) : known);
        });
        return all;
    }

    static Map<String, DeclaredSetting> ofTheCode() throws IOException, ReflectiveOperationException {
        RecordedSettings settings = new RecordedSettings();
        for (Constructor<?> reader : readers()) {
            reader.setAccessible(true);
            reader.newInstance(Arrays.stream(reader.getParameterTypes()).map(type -> given(type, settings)).toArray());
        }
        String home = System.getenv().getOrDefault("HOME", System.getProperty("user.home"));
        settings.read().replaceAll((key, setting) -> setting.withFallback(setting.fallback().replace(home + "/", "$HOME/")));
        return settings.read();
    }

    static Map<String, String> ofLiberty() throws IOException {
        return VARIABLE.matcher(Files.readString(LIBERTY)).results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2).replace("${env.HOME}", "$HOME"),
                        (first, second) -> second, LinkedHashMap::new));
    }

    /** Returns the classes that can read a setting at all. */
    static List<Class<?>> classesThatKnowSettings() throws IOException, ClassNotFoundException {
        List<Class<?>> known = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
                if (SETTINGS.matcher(Files.readString(file)).find()) {
                    known.add(Class.forName(SOURCES.relativize(file).toString().replaceFirst("\\.java$", "")
                            .replace(file.getFileSystem().getSeparator(), ".")));
                }
            }
        }
        known.remove(Settings.class);
        return known;
    }

    static boolean isReader(Constructor<?> constructor) {
        return constructor.isAnnotationPresent(Inject.class)
                && List.of(constructor.getParameterTypes()).contains(Settings.class);
    }

    private static List<Constructor<?>> readers() throws IOException, ClassNotFoundException {
        return classesThatKnowSettings().stream().flatMap(known -> Arrays.stream(known.getDeclaredConstructors()))
                .<Constructor<?>>map(constructor -> constructor).filter(DeclaredSettings::isReader).toList();
    }

    private static Object given(Class<?> type, Settings settings) {
        if (type == Settings.class) {
            return settings;
        }
        if (type == GoogleConfig.class) {
            return new GoogleConfig(settings);
        }
        if (type == GatewayConfig.class) {
            return new GatewayConfig(settings, new GoogleConfig(settings));
        }
        return type == OpenTelemetry.class ? OpenTelemetry.noop() : new PublicUrlConfig(settings).publicUrl();
    }
}

package dev.holdfast.settings.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.google.SettingsOf;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final String KEY = "holdfast.some-key";

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void textWhenBlankThenNotSet(String value) {
        Settings settings = of(value);

        assertEquals(Optional.empty(), settings.text(KEY));
        assertEquals("", settings.required(KEY, "set it"));
        assertEquals("holdfast.some-key (environment HOLDFAST_SOME_KEY): is not set; set it",
                settings.faults().get(0).toString());
    }

    @ParameterizedTest
    @CsvSource({"PT1S, PT1S, 0", "PT60S, PT1M, 0", "PT0.999S, PT5S, 1", "PT61S, PT5S, 1", "60, PT5S, 1", "soon, PT5S, 1",
        "PT-1S, PT5S, 1", "PT9223372036854775807M, PT5S, 1"})
    void durationWhenReadThenWithinItsBoundsOrTheFallbackAndAFault(String value, Duration duration, int faults) {
        Settings settings = of(value);

        assertEquals(duration, settings.duration(KEY, Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofMinutes(1)));
        assertEquals(faults, settings.faults().size());
    }

    @ParameterizedTest
    @CsvSource({"true, true, 0", "false, false, 0", "TRUE, true, 1", "yes, true, 1", "0, true, 1"})
    void flagWhenNotExactlyTrueOrFalseThenAFault(String value, boolean flag, int faults) {
        Settings settings = of(value);

        assertEquals(flag, settings.flag(KEY, true));
        assertEquals(faults, settings.faults().size());
    }

    @ParameterizedTest
    @CsvSource({"ES256, ES256, 0", "RS256, RS256, 0", "es256, RS256, 1", "HS256, RS256, 1"})
    void choiceWhenNotOneOfTheWordsThenTheFallbackAndAFault(String value, String choice, int faults) {
        Settings settings = of(value);

        assertEquals(choice, settings.choice(KEY, "RS256", List.of("ES256", "RS256")));
        assertEquals(faults, settings.faults().size());
    }

    @Test
    void durationWhenOutOfBoundsThenTheyAreToldAsPeopleWriteThem() {
        Settings settings = of("PT1S");
        settings.duration(KEY, Duration.ofDays(7), Duration.ofDays(1).plusHours(1), Duration.ofDays(30));

        assertTrue(settings.faults().get(0).cure().endsWith("between PT25H and P30D"), settings.faults()::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://files.example", "https://files.example:8443/base", "http://localhost:9080",
        "http://127.0.0.1", "http://[::1]:9080"})
    void httpUrlWhenHttpsOrLoopbackThenAccepted(String value) {
        Settings settings = of(value);

        assertEquals(Optional.of(URI.create(value)), settings.httpUrl(KEY));
        assertEquals(List.of(), settings.faults());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://files.example", "http://localhost.evil.example", "http://127.0.0.1.evil.example",
        "https://user@files.example", "https://files.example?q", "https://files.example#f", "ftp://files.example",
        "files.example", "//files.example", "https://", "javascript:alert(1)", "https://files .example"})
    void httpUrlWhenAnythingElseThenAFaultThatDoesNotShowIt(String value) {
        Settings settings = of(value);

        assertEquals(Optional.empty(), settings.httpUrl(KEY));
        assertFalse(settings.faults().get(0).toString().contains("evil"));
    }

    @Test
    void faultsWhenSeveralThenAllAreTold() {
        Settings settings = of("rubbish");
        settings.flag(KEY, true);
        settings.httpUrl(KEY);

        assertEquals(2, settings.faults().size());
        assertTrue(settings.faults().stream().noneMatch(fault -> fault.toString().contains("rubbish")));
    }

    /** The value is taken as it is: without MicroProfile's expressions and escapes, and without a strip. */
    @ParameterizedTest
    @ValueSource(strings = {"ab$$cd", "ab${cd}ef", "ab\\$cd", "a\\b\\$c\\,d", " a b ", "{xor}Lz4s"})
    void secretWhenReadThenLetterForLetter(String secret) {
        Settings settings = of(secret + "\r\n");

        assertEquals(Optional.of(secret), settings.secret(KEY));
        assertEquals(List.of(), settings.faults());
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "\ufeffx", "\"quoted\"", "\u00e4"})
    void secretWhenItCannotBeOneThenAFault(String damaged) {
        Settings settings = of(damaged);
        settings.secret(KEY);

        assertEquals(1, settings.faults().size());
        assertEquals(KEY, settings.faults().get(0).key());
    }

    @Test
    void secretInWhenTheFileHoldsItThenLetterForLetter(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "a$$b${c}d\\e \n");

        assertEquals(Optional.of("a$$b${c}d\\e "), of(file.toString()).secretIn(KEY));
    }

    @Test
    void secretInWhenTheFileHoldsNoneThenAFault(@TempDir Path folder) throws IOException {
        Path utf16 = Files.write(folder.resolve("utf16"), "secret".getBytes(StandardCharsets.UTF_16));
        for (Path unusable : List.of(folder, folder.resolve("nowhere"), Files.writeString(folder.resolve("blank"), " \n"), utf16,
                Files.writeString(folder.resolve("two"), "two\nlines\n"), Files.writeString(folder.resolve("bom"), "\ufeffsecret"))) {
            Settings settings = of(unusable.toString());
            settings.secretIn(KEY);

            assertEquals(1, settings.faults().size(), unusable.toString());
        }
    }

    /** Liberty's directories of variables: each file is one, named by the key. */
    @Test
    void secretWhenAFileOfVariablesHoldsItThenLetterForLetter(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(KEY), "a${http.port}b\n");

        assertEquals(Optional.of("a${http.port}b"),
                SettingsOf.map(Map.of("VARIABLE_SOURCE_DIRS", "/nowhere" + File.pathSeparator + folder, KEY, "changed")).secret(KEY));
    }

    @Test
    void requiredWhenAnExpressionRefersToNothingThenTheFaultSaysSo() {
        Config unresolved = (Config) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Config.class},
                (proxy, method, arguments) -> method.getName().equals("getOptionalValue") ? Optional.empty()
                        : List.of(new PropertiesSource("${nothing}")));
        Settings settings = new Settings(unresolved);

        assertEquals("", settings.required(KEY, "set it"));
        assertEquals(1, settings.faults().size());
        assertTrue(settings.faults().get(0).cure().contains("${"), settings.faults()::toString);
    }

    private record PropertiesSource(String value) implements ConfigSource {

        @Override
        public Set<String> getPropertyNames() {
            return Set.of(KEY);
        }

        @Override
        public String getValue(String key) {
            return KEY.equals(key) ? value : null;
        }

        @Override
        public String getName() {
            return "one";
        }
    }

    private static Settings of(String value) {
        return SettingsOf.map(Map.of(KEY, value));
    }
}

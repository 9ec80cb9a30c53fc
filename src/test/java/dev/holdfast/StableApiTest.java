package dev.holdfast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.custody.client.GoogleAccess;
import dev.holdfast.custody.client.GoogleAccessRefused;
import dev.holdfast.custody.client.GoogleClients;
import dev.holdfast.custody.refresh.Acquired;
import dev.holdfast.custody.refresh.GoogleTokenManager;
import dev.holdfast.google.api.GoogleApi;
import dev.holdfast.google.token.AccessToken;
import dev.holdfast.google.wire.GoogleTrouble;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The types that jars of others are compiled against stay as they were at the last release. A line that is missing breaks such
 * jars: it needs a new major version. A line that is new is recorded, and stays from then on.
 */
class StableApiTest {

    private static final Path RECORDED = Path.of("src/test/resources/stable-api.txt");
    private static final Path FOUND = Path.of("target/stable-api.txt");

    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

    private static final List<Class<?>> TYPES = List.of(GoogleClients.class, GoogleAccess.class, GoogleAccessRefused.class,
            GoogleTokenManager.class, Acquired.class, GoogleApi.class, AccessToken.class,
            GoogleTrouble.class, EndReason.class, Secret.class);

    @BeforeAll
    static void write() throws IOException {
        Files.write(FOUND, lines());
    }

    @Test
    void apiWhenComparedWithTheLastReleaseThenNothingIsMissing() throws IOException {
        SortedSet<String> missing = new TreeSet<>(Files.readAllLines(RECORDED));
        missing.removeAll(lines());

        assertEquals(Set.of(), missing, "jars of others need these; a change of them needs a new major version");
    }

    @Test
    void apiWhenItGrowsThenWhatIsNewIsRecorded() throws IOException {
        SortedSet<String> fresh = lines();
        fresh.removeAll(Files.readAllLines(RECORDED));

        assertEquals(Set.of(), fresh, "copy " + FOUND + " to " + RECORDED + "; these lines stay from then on");
    }

    @Test
    void guideWhenItNamesTheStableTypesThenItNamesAllOfThem() throws IOException {
        String guide = Files.readString(Path.of("docs/use.md"));

        TYPES.forEach(type -> assertTrue(guide.contains("`" + type.getSimpleName() + "`"), type.getSimpleName()));
    }

    private static SortedSet<String> lines() {
        SortedSet<String> lines = new TreeSet<>();
        TYPES.stream().flatMap(StableApiTest::withThoseInside).forEach(type -> {
            lines.add(headOf(type));
            Stream.of(type.getFields()).map(Field::toGenericString).forEach(lines::add);
            Stream.of(type.getConstructors()).filter(made -> type.isRecord()).map(Constructor::toGenericString).forEach(lines::add);
            Stream.of(type.getDeclaredMethods()).filter(StableApiTest::isForOthers).map(Method::toGenericString)
                    .forEach(lines::add);
        });
        return lines;
    }

    private static String headOf(Class<?> type) {
        return Stream.concat(Stream.ofNullable(type.getGenericSuperclass()), Stream.of(type.getGenericInterfaces()))
                .map(Type::getTypeName)
                .collect(Collectors.joining(", ", Modifier.toString(type.getModifiers()) + " " + type.getName() + ": ", ""))
                .strip();
    }

    private static Stream<Class<?>> withThoseInside(Class<?> type) {
        return Stream.concat(Stream.of(type), Stream.of(type.getDeclaredClasses())
                .filter(inside -> Modifier.isPublic(inside.getModifiers())));
    }

    private static boolean isForOthers(Method method) {
        return !method.isSynthetic() && !OF_EVERY_OBJECT.contains(method.getName())
                && (Modifier.isPublic(method.getModifiers()) || Modifier.isProtected(method.getModifiers()));
    }
}

package dev.holdfast;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShould;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import dev.holdfast.settings.control.RoomSettings;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rooms, their floors and their fences: which class may know which. */
class ArchitectureTest {

    private static final JavaClasses HOLDFAST = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.holdfast");

    /** The ground floor: known to all rooms. Its rooms know only each other, downwards. */
    private static final Set<String> GROUND = Set.of("settings", "problem", "schedule", "storage");

    /** The rooms that each room may know besides the ground floor. A room without an entry fails the test. */
    private static final Map<String, Set<String>> FLOORS = Map.ofEntries(
            Map.entry("settings", Set.of()),
            Map.entry("launch", Set.of()),
            Map.entry("problem", Set.of()),
            Map.entry("schedule", Set.of("health")),
            Map.entry("storage", Set.of("schedule", "health")),
            Map.entry("health", Set.of()),
            Map.entry("crypto", Set.of("health")),
            Map.entry("account", Set.of()),
            Map.entry("telemetry", Set.of()),
            Map.entry("google", Set.of("crypto", "health", "telemetry")),
            Map.entry("session", Set.of("account", "crypto", "health")),
            Map.entry("custody", Set.of("account", "google", "crypto", "health", "telemetry")),
            Map.entry("drive", Set.of("custody", "google", "health")),
            Map.entry("gateway", Set.of("custody", "google", "account", "health")),
            Map.entry("gemini", Set.of("drive", "custody", "google", "account", "health")),
            Map.entry("events", Set.of("session", "custody", "account", "health")),
            Map.entry("web", Set.of("session", "gateway", "health", "telemetry")),
            Map.entry("doctor", Set.of("signals", "custody", "google", "crypto", "web")),
            Map.entry("admin", Set.of("session", "custody", "account", "doctor")),
            Map.entry("signin", Set.of("session", "custody", "account", "google", "crypto", "health")),
            Map.entry("signals", Set.of("session", "custody", "account", "google", "crypto", "health")),
            Map.entry("openapi", Set.of("custody", "account", "doctor", "google")));

    /** Rooms that are wings of rooms, by floors from the top. Each room of a wing knows those of lower floors only. */
    private static final Map<String, List<Set<String>>> WINGS = Map.of(
            "google", List.of(Set.of("boundary", "drive", "gemini", "checkup", "signal", "stream"),
                    Set.of("api", "openid"), Set.of("token"),
                    Set.of("discovery"), Set.of("wire")),
            "custody", List.of(Set.of("boundary"), Set.of("care", "client"), Set.of("refresh"), Set.of("grant"),
                    Set.of("revocation")));

    /** The types of a wing that other rooms may use. */
    private static final Map<String, Set<String>> DOORS = Map.of(
            "google", Set.of("Capacity", "GoogleConfig", "RateLimit", "Scopes", "StreamSeats", "TimeBudget",
                    "GoogleTrouble", "JsonBody",
                    "AccessToken", "GrantedTokens", "RefreshOutcome", "Revocation", "RevocationOutcome", "TokenRefresh",
                    "AuthorizationRequest", "AuthorizationRequests", "CallbackIssuer", "CodeExchange", "ExchangeOutcome",
                    "VerifiedIdToken",
                    "ApiAnswer", "ApiName", "ApiProblems", "CallSeats", "DisabledApis", "ForbiddenReason", "GoogleApi",
                    "GoogleApis", "TokenSource",
                    "DriveApi", "DriveContent", "DriveFile", "DriveFileId", "DriveKind", "DrivePage", "DriveQuery", "DriveSort",
                    "DocumentForm", "FinishReason", "GeminiAnswer", "GeminiApi", "GeminiCall", "GeminiConfig",
                    "GeminiCredential", "GeminiFailed", "GeminiOutcome", "GeminiPiece", "GeminiPrompt",
                    "GoogleCheckup",
                    "NamedToken", "SecurityEvent", "SecurityEventVerifier", "SetRefusal", "SignalConfig", "SignalType",
                    "ServiceAccount", "StreamApi", "StreamCalls", "StreamConfig", "StreamRefusal", "StreamRefused", "StreamSetup"),
            "custody", Set.of("Grant", "Grants", "GrantStatus", "TokenLimit",
                    "Acquired", "GoogleTokenManager",
                    "AccessProblems", "GoogleAccess", "GoogleAccessRefused", "GoogleClients",
                    "GrantSignals", "TokenFingerprints",
                    "CheckedGrant", "GrantCare", "GrantCheck", "GrantCounts", "GrantCountsJob", "GrantVitals"));

    private static final int MOST_FILES_IN_A_ROOM_OF_A_WING = 18;

    @TestFactory
    Stream<DynamicTest> roomsWhenTheyDependThenOnlyDownwards() {
        return rooms().map(room -> DynamicTest.dynamicTest(room, () -> noClasses().that(in(room))
                .should().dependOnClassesThat(foreignTo(room))
                .because("the floors say what " + room + " may know").check(HOLDFAST)));
    }

    @Test
    void roomsWhenDrawnThenHaveNoCircle() {
        SlicesRuleDefinition.slices().matching("dev.holdfast.(*)..").should().beFreeOfCycles().check(HOLDFAST);
    }

    @TestFactory
    Stream<DynamicTest> layersWhenInOneRoomThenCallDownwards() {
        return rooms().map(room -> DynamicTest.dynamicTest(room, () -> layeredArchitecture().consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("boundary").definedBy("dev.holdfast." + room + ".boundary..")
                .layer("control").definedBy("dev.holdfast." + room + ".control..")
                .layer("entity").definedBy("dev.holdfast." + room + ".entity..")
                .whereLayer("boundary").mayNotBeAccessedByAnyLayer()
                .whereLayer("control").mayOnlyBeAccessedByLayers("boundary")
                .check(HOLDFAST)));
    }

    @Test
    void boundariesWhenTheyExistThenArePrivateToTheirRoom() {
        rooms().forEach(room -> noClasses().that(otherRoomsThan(room))
                .should().dependOnClassesThat(resideInAPackage("dev.holdfast." + room + ".boundary.."))
                .allowEmptyShould(true).check(HOLDFAST));
    }

    @TestFactory
    Stream<DynamicTest> wingsWhenTheirRoomsDependThenOnlyDownwards() {
        return WINGS.keySet().stream().sorted().flatMap(wing -> roomsOfWing(wing).map(room ->
                DynamicTest.dynamicTest(wing + " " + room, () -> noClasses().that(in(wing, room))
                        .should().dependOnClassesThat(aboveOrBeside(wing, room))
                        .because("the floors of " + wing + " say what " + room + " may know").check(HOLDFAST))));
    }

    @TestFactory
    Stream<DynamicTest> wingsWhenDrawnThenHaveNoCircle() {
        return WINGS.keySet().stream().sorted().map(wing -> DynamicTest.dynamicTest(wing, () -> SlicesRuleDefinition.slices()
                .matching("dev.holdfast." + wing + ".(*)..").should().beFreeOfCycles().check(HOLDFAST)));
    }

    @TestFactory
    Stream<DynamicTest> wingsWhenUsedThenThroughTheirDoors() {
        return WINGS.keySet().stream().sorted().map(wing -> DynamicTest.dynamicTest(wing, () -> {
            noClasses().that(otherRoomsThan(wing)).should().dependOnClassesThat(behindTheDoorsOf(wing))
                    .because("DOORS lists the types of " + wing + " for other rooms").check(HOLDFAST);
            assertEquals(Set.of(), DOORS.get(wing).stream().filter(door -> HOLDFAST.stream().noneMatch(type ->
                    roomOf(type).equals(wing) && fileOf(type).equals(door))).collect(Collectors.toSet()), "no such type");
        }));
    }

    @TestFactory
    Stream<DynamicTest> wingsWhenTheyGrowThenTheirRoomsStaySmall() {
        return WINGS.keySet().stream().sorted().flatMap(wing -> roomsOfWing(wing).map(room ->
                DynamicTest.dynamicTest(wing + " " + room, () -> {
                    long files = HOLDFAST.stream().filter(in(wing, room)).map(ArchitectureTest::fileOf)
                            .filter(file -> !"package-info".equals(file)).distinct().count();
                    assertTrue(files <= MOST_FILES_IN_A_ROOM_OF_A_WING, files + " files");
                })));
    }

    @Test
    void wingsWhenTheyHaveRoomsThenThoseHaveNoLayers() {
        noClasses().that(describe("are in a wing", type -> WINGS.containsKey(roomOf(type))))
                .should().resideInAnyPackage("dev.holdfast.*.*.*..").check(HOLDFAST);
    }

    /** A setting that is not read at the start is checked too late: its fault shows only at the first use. */
    @Test
    void settingsWhenARoomHasThemThenTheyAreReadAtTheStart() {
        classes().that().haveSimpleNameEndingWith("Config").should().implement(RoomSettings.class).check(HOLDFAST);
    }

    @Test
    void frontDoorWhenItExistsThenItIsNeverImported() {
        noClasses().that(resideInAPackage("dev.holdfast.*..")).should()
                .dependOnClassesThat(resideInAPackage("dev.holdfast")).check(HOLDFAST);
    }

    @Test
    void systemClockWhenReadThenOnlyByItsProducer() {
        noClasses().that().doNotHaveSimpleName("SystemClock").should().callMethod(Instant.class, "now")
                .orShould().callMethod(Clock.class, "systemUTC")
                .orShould().callMethod(System.class, "currentTimeMillis").check(HOLDFAST);
    }

    @Test
    void jobsWhenTheyRunAgainAndAgainThenByASchedule() {
        noClasses().that().doNotHaveSimpleName("ScheduleThreads").should().callMethodWhere(target(nameMatching(
                "scheduleWithFixedDelay|scheduleAtFixedRate"))).check(HOLDFAST);
    }

    /** CDI calls observers of a transaction at once when it is not active any more, even if it was rolled back. */
    @Test
    void factsWhenToldThenOnceTheyAreCommitted() {
        assertEquals(List.of(), HOLDFAST.stream().flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getParameters().stream().flatMap(each -> each.getAnnotations().stream())
                        .anyMatch(each -> each.hasExplicitlyDeclaredProperty("during"))).toList());
    }

    @Test
    void cryptographyWhenUsedThenOnlyInItsRoomAndByTheProtocolLibraries() {
        noClasses().that(otherRoomsThan("crypto")).should().dependOnClassesThat(resideInAnyPackage(
                "com.google.crypto.tink..", "javax.crypto..", "com.nimbusds.jose.crypto..")).check(HOLDFAST);
    }

    /**
     * The types that a client generated by Google is built with and answers with. The client uses the transport it is given.
     */
    private static final DescribedPredicate<JavaClass> TO_CALL_WITH = resideInAnyPackage(
            "com.google.api.client.json..", "com.google.api.client.util..", "com.google.api.client.googleapis.json..",
            "com.google.api.client.googleapis.batch..", "com.google.api.client.googleapis.media..",
            "com.google.api.client.googleapis.services..", "com.google.api.client.http")
            .or(nameMatching("com\\.google\\.auth\\.(Credentials|oauth2\\.OAuth2Credentials)"));

    @Test
    void googlesLibrariesWhenUsedThenOnlyInItsRoomOrOverItsTransport() {
        googlesLibrariesOverItsTransport(noClasses().that(otherRoomsThan("google")).should()).check(HOLDFAST);
    }

    /** That of Google's own SDK, in {@code com.example.models}, is left out: docs/use.md says what is lost with it. */
    @Test
    void examplesWhenFollowedThenCallGoogleOverItsTransport() {
        googlesLibrariesOverItsTransport(noClasses().should()).check(new ClassFileImporter().importPackages("com.example.files"));
    }

    private static ArchRule googlesLibrariesOverItsTransport(ClassesShould noneOfThose) {
        return noneOfThose.dependOnClassesThat(resideInAnyPackage(
                "com.google.auth..", "com.google.api.client..", "com.nimbusds.oauth2..", "com.nimbusds.openid..",
                "org.apache.hc..").and(not(TO_CALL_WITH)));
    }

    /** A search for a type by its name leads to one place. */
    @Test
    void typesWhenNamedThenNoTwoShareAName() {
        Map<String, List<String>> places = HOLDFAST.stream().filter(JavaClass::isTopLevelClass)
                .filter(type -> !"package-info".equals(type.getSimpleName()))
                .collect(Collectors.groupingBy(JavaClass::getSimpleName, Collectors.mapping(JavaClass::getName, Collectors.toList())));

        assertEquals(List.of(), places.values().stream().filter(same -> same.size() > 1).toList());
    }

    @Test
    void queriesWhenWrittenThenOnlyInStores() {
        noClasses().that(describe("are no store", type -> !type.getSimpleName().endsWith("Store")
                        && !"StorageFailure".equals(type.getSimpleName())))
                .should().dependOnClassesThat().haveFullyQualifiedName("jakarta.persistence.EntityManager").check(HOLDFAST);
    }

    @Test
    void restWhenSpokenThenOnlyAtBoundaries() {
        noClasses().that(resideInAnyPackage("dev.holdfast..control..", "dev.holdfast..entity..")
                .or(describe("are in a wing and not at its boundary",
                        type -> WINGS.containsKey(roomOf(type)) && !"boundary".equals(roomOfWing(type))))).should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..")).check(HOLDFAST);
    }

    /** The container reads the Cookie header more generously than browsers write it; {@code SentCookies} does not. */
    @Test
    void cookiesWhenReadThenNeverByTheContainersReading() {
        noClasses().should().callMethodWhere(target(describe("reads cookies by the container's rules",
                        method -> Set.of("getCookies", "getCookie").contains(method.getName()))))
                .orShould().dependOnClassesThat(nameMatching(
                        "jakarta\\.servlet\\.http\\.Cookie|jakarta\\.ws\\.rs\\.core\\.Cookie|jakarta\\.ws\\.rs\\.CookieParam"))
                .check(HOLDFAST);
    }

    @Test
    void entitiesWhenMappedThenHaveNoSettersAndNoPublicFields() {
        methods().that().areDeclaredInClassesThat().areAnnotatedWith(Entity.class)
                .should().haveNameNotMatching("set[A-Z].*").check(HOLDFAST);
        fields().that().areDeclaredInClassesThat().areAnnotatedWith(Entity.class)
                .and().areNotStatic().should().bePrivate().check(HOLDFAST);
    }

    @Test
    void namesWhenGivenThenSayTheWork() {
        classes().should().haveNameNotMatching(".*(Impl|Helper|Util|Utils|Service|Dto)$")
                .andShould().haveNameNotMatching(".*(?<!GoogleToken)Manager$").check(HOLDFAST);
    }

    @Test
    void outputWhenWrittenThenThroughLogs() {
        noClasses().that().resideOutsideOfPackage("dev.holdfast.launch").should().accessField(System.class, "out")
                .orShould().accessField(System.class, "err").check(HOLDFAST);
    }

    private static Stream<String> rooms() {
        return HOLDFAST.stream().map(ArchitectureTest::roomOf).filter(room -> !room.isEmpty()).distinct().sorted();
    }

    private static String roomOf(JavaClass type) {
        List<String> parts = List.of(type.getPackageName().split("\\."));
        return parts.size() > 2 && type.getPackageName().startsWith("dev.holdfast.") ? parts.get(2) : "";
    }

    /** The rooms that a wing has, its root as an empty name. */
    private static Stream<String> roomsOfWing(String wing) {
        return HOLDFAST.stream().filter(in(wing)).map(ArchitectureTest::roomOfWing).distinct().sorted();
    }

    private static String roomOfWing(JavaClass type) {
        List<String> parts = List.of(type.getPackageName().split("\\."));
        return parts.size() > 3 ? parts.get(3) : "";
    }

    private static String fileOf(JavaClass type) {
        return type.getName().substring(type.getPackageName().length() + 1).replaceFirst("\\$.*", "");
    }

    private static DescribedPredicate<JavaClass> in(String wing, String room) {
        return describe("are in " + wing + " " + room, type -> roomOf(type).equals(wing) && roomOfWing(type).equals(room));
    }

    private static DescribedPredicate<JavaClass> aboveOrBeside(String wing, String room) {
        int floor = floorOf(wing, room);
        return describe("are above or beside " + room, type -> roomOf(type).equals(wing) && !roomOfWing(type).equals(room)
                && floorOf(wing, roomOfWing(type)) <= floor);
    }

    /** The number of a floor, counted from the top; the root is below all rooms. */
    private static int floorOf(String wing, String room) {
        List<Set<String>> floors = WINGS.get(wing);
        return room.isEmpty() ? floors.size() : IntStream.range(0, floors.size())
                .filter(floor -> floors.get(floor).contains(room)).findFirst()
                .orElseThrow(() -> new AssertionError("no floor of " + wing + " is set for the room " + room));
    }

    private static DescribedPredicate<JavaClass> behindTheDoorsOf(String wing) {
        return describe("are behind the doors of " + wing,
                type -> roomOf(type).equals(wing) && !DOORS.get(wing).contains(fileOf(type)));
    }

    private static DescribedPredicate<JavaClass> in(String room) {
        return resideInAPackage("dev.holdfast." + room + "..");
    }

    private static DescribedPredicate<JavaClass> otherRoomsThan(String room) {
        return describe("are in another room than " + room, type -> !roomOf(type).isEmpty() && !roomOf(type).equals(room));
    }

    private static DescribedPredicate<JavaClass> foreignTo(String room) {
        Set<String> known = FLOORS.get(room);
        if (known == null) {
            throw new AssertionError("no floor is set for the room " + room);
        }
        return describe("are above or beside " + room, type -> !roomOf(type).isEmpty() && !roomOf(type).equals(room)
                && !known.contains(roomOf(type)) && !(GROUND.contains(roomOf(type)) && mayKnowGround(room, roomOf(type))));
    }

    /**
     * The room settings knows no other room. Other rooms of the ground floor know settings alone, unless their own entry
     * says more.
     */
    private static boolean mayKnowGround(String room, String ground) {
        return !GROUND.contains(room) || "settings".equals(ground) && !"settings".equals(room);
    }
}

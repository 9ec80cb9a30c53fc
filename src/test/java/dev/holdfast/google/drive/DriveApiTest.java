package dev.holdfast.google.drive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.google.TestGoogle;
import dev.holdfast.google.api.ApiAnswer;
import dev.holdfast.google.token.AccessToken;
import dev.holdfast.google.wire.RawServer;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DriveApiTest {

    private static final AccessToken TOKEN = new AccessToken(Secret.of("ya29.drive"), Set.of(), TestGoogle.NOW, TestGoogle.NOW);
    private static final DriveFileId ID = new DriveFileId("1aB-c_d");
    private static final DriveQuery NEWEST = new DriveQuery(Optional.empty(), 25, Optional.empty());
    private static final String FILES = "/drive/v3/files";

    private TestGoogle google;

    @BeforeEach
    void start() throws Exception {
        google = new TestGoogle();
    }

    @AfterEach
    void stop() throws Exception {
        google.close();
    }

    @Test
    void listWhenDriveAnswersThenThePage() {
        DrivePage page = assertInstanceOf(DrivePage.class, found(list(RawServer.json(200, """
                {"nextPageToken":"~!!~next","files":[
                 {"id":"1","name":"Plan <b>","mimeType":"text/plain","size":"12","modifiedTime":"2026-11-01T10:00:00.123Z",
                  "webViewLink":"https://drive.google.com/file/d/1/view?usp=drivesdk","iconLink":"javascript:alert(1)",
                  "ownedByMe":true},
                 {"id":"2"}]}"""))));

        assertEquals(Optional.of("~!!~next"), page.nextPageToken());
        assertEquals(new DriveFile(new DriveFileId("1"), "Plan <b>", "text/plain", OptionalLong.of(12),
                Optional.of(Instant.parse("2026-11-01T10:00:00.123Z")),
                Optional.of("https://drive.google.com/file/d/1/view?usp=drivesdk"), Optional.empty(), Optional.of(true), false),
                page.files().get(0));
        assertEquals(OptionalLong.empty(), page.files().get(1).size());
        assertFalse(page.incomplete());
    }

    @Test
    void listWhenSharedDrivesAreThereThenTheirFilesAreAskedForAndHaveNoOwner() {
        DrivePage page = assertInstanceOf(DrivePage.class, found(list(RawServer.json(200, """
                {"incompleteSearch":true,"files":[{"id":"1","driveId":"0AB"},{"id":"2","ownedByMe":false}]}"""))));

        assertTrue(page.incomplete());
        assertTrue(page.files().get(0).inSharedDrive());
        assertEquals(Optional.empty(), page.files().get(0).ownedByMe());
        assertEquals(Optional.of(false), page.files().get(1).ownedByMe());
        assertFalse(page.files().get(1).inSharedDrive());
        String request = lastRequest();
        for (String parameter : List.of("corpora=allDrives", "includeItemsFromAllDrives=true", "supportsAllDrives=true",
                "incompleteSearch", "driveId")) {
            assertTrue(request.contains(parameter), request);
        }
    }

    @Test
    void listWhenAnEntryCannotBeReadThenOnlyThatOneIsMissing() {
        String entries = "{\"name\":\"no id\"},{\"id\":\"" + "x".repeat(140) + "\"},{\"id\":\"../../x\"},7,null,"
                + "{\"id\":\"good\",\"size\":{},\"modifiedTime\":\"yesterday\",\"name\":5,\"ownedByMe\":\"yes\"}";
        DrivePage page = assertInstanceOf(DrivePage.class,
                found(list(RawServer.json(200, "{\"files\":[" + entries + "]}"))));

        assertEquals(List.of("good"), page.files().stream().map(file -> file.id().value()).toList());
        assertEquals(5, page.unreadable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"nextPageToken\":\"n\"}", "{\"nextPageToken\":\"n\",\"files\":null}",
        "{\"nextPageToken\":\"n\",\"files\":[]}"})
    void listWhenThereIsATokenWithoutFilesThenAnEmptyPage(String body) {
        DrivePage page = assertInstanceOf(DrivePage.class, found(list(RawServer.json(200, body))));

        assertTrue(page.isEmptyButNotTheLast());
    }

    @Test
    void listWhenThePageIsLargeThenItIsReadUpToABound() {
        String file = "{\"id\":\"a\",\"name\":\"" + "n".repeat(32_000) + "\"}";
        String hundred = String.join(",", Collections.nCopies(100, file));

        assertEquals(100, assertInstanceOf(DrivePage.class,
                found(list(RawServer.json(200, "{\"files\":[" + hundred + "]}")))).files().size());
        assertEquals(new ApiAnswer.Unusable<>(),
                list(RawServer.json(200, "{\"files\":[" + hundred + "," + hundred + "]}")));
    }

    @Test
    void listWhenWithoutTextThenNewestFirstAndNothingTrashed() {
        list(RawServer.json(200, "{\"files\":[]}"));

        String request = lastRequest();
        assertTrue(request.contains("&orderBy=modifiedTime desc"), request);
        assertTrue(request.contains("&q=trashed = false&"), request);
        assertTrue(request.contains("&pageSize=25&"), request);
        assertTrue(request.contains("Authorization: Bearer ya29.drive\r\n"), request);
        assertFalse(request.contains("pageToken"), request);
    }

    @Test
    void listWhenWithTextThenEscapedAndWithoutAnOrder() {
        google.server.on(FILES, RawServer.json(200, "{\"files\":[]}"));
        google.drive().list(TOKEN, new DriveQuery(Optional.of("it's a \\ & ' or trashed = true"), 7, Optional.of("~&p=1")));

        String request = lastRequest();
        assertTrue(request.contains("&q=(name contains 'it\\'s a \\\\ & \\' or trashed = true'"
                + " or fullText contains 'it\\'s a \\\\ & \\' or trashed = true') and trashed = false&"), request);
        assertFalse(request.contains("orderBy"), request);
        assertTrue(request.contains("&pageToken=~&p=1 HTTP"), request);
    }

    @Test
    void listWhenNarrowedThenInDrivesLanguageAndInThatOrder() {
        google.server.on(FILES, RawServer.json(200, "{\"files\":[]}"));
        google.drive().list(TOKEN, new DriveQuery(Optional.empty(), Optional.of(ID), Optional.of(DriveKind.IMAGE),
                DriveSort.NAME, 25, Optional.empty()));

        String request = lastRequest();
        assertTrue(request.contains("&q='1aB-c_d' in parents and (mimeType contains 'image/'"
                + " or mimeType = 'application/vnd.google-apps.drawing') and trashed = false&"), request);
        assertTrue(request.contains("&orderBy=folder,name_natural HTTP"), request);
    }

    @Test
    void listWhenTheNextPageIsAskedForThenOfTheSameFolderKindAndOrder() {
        google.server.on(FILES, RawServer.json(200, "{\"files\":[]}"));
        google.drive().list(TOKEN, new DriveQuery(Optional.empty(), Optional.of(ID), Optional.of(DriveKind.PDF),
                DriveSort.LARGEST, 25, Optional.empty()).from("next"));

        String request = lastRequest();
        assertTrue(request.contains("&q='1aB-c_d' in parents and (mimeType = 'application/pdf') and trashed = false&"),
                request);
        assertTrue(request.contains("&orderBy=quotaBytesUsed desc&pageToken=next HTTP"), request);
    }

    static Stream<Arguments> refusals() {
        ApiAnswer<Object> unavailable = new ApiAnswer.Unavailable<>(Duration.ofSeconds(5));
        ApiAnswer<Object> limited = new ApiAnswer.RateLimited<>(Duration.ofSeconds(5));
        ApiAnswer<Object> unusable = new ApiAnswer.Unusable<>();
        ApiAnswer<Object> scope = new ApiAnswer.ScopeInsufficient<>(Set.of());
        return Stream.of(
                row(new ApiAnswer.BadRequest<>(), error(400, "invalid")),
                row(new ApiAnswer.Unauthorized<>(), error(401, "authError")),
                row(new ApiAnswer.Unauthorized<>(), RawServer.html(401, "")),
                row(scope, error(403, "insufficientPermissions")),
                row(scope, RawServer.json(403, "{\"error\":{\"status\":\"PERMISSION_DENIED\",\"details\":"
                        + "[{\"reason\":\"ACCESS_TOKEN_SCOPE_INSUFFICIENT\"}]}}")),
                row(new ApiAnswer.ScopeInsufficient<>(Set.of("https://www.googleapis.com/auth/drive")),
                        RawServer.html(403, "", "WWW-Authenticate: Bearer realm=\"x\", error=\"insufficient_scope\","
                                + " scope=\"https://www.googleapis.com/auth/drive\"")),
                row(limited, error(403, "rateLimitExceeded")),
                row(limited, error(403, "userRateLimitExceeded")),
                row(limited, error(429, "rateLimitExceeded")),
                row(new ApiAnswer.RateLimited<>(Duration.ofSeconds(17)), RawServer.html(429, "", "Retry-After: 17")),
                row(new ApiAnswer.NotDownloadable<>(), error(403, "exportSizeLimitExceeded")),
                row(new ApiAnswer.NotDownloadable<>(), error(403, "fileNotDownloadable")),
                row(new ApiAnswer.NotEnabled<>(), error(403, "accessNotConfigured")),
                row(new ApiAnswer.Forbidden<>(Optional.empty()), RawServer.html(403, "<html>")),
                row(new ApiAnswer.NotFound<>(), error(404, "notFound")),
                row(unusable, error(410, "gone")),
                row(unusable, RawServer.html(302, "", "Location: /elsewhere")),
                row(unusable, RawServer.raw("HTTP/1.1 204 No Content\r\n\r\n")),
                row(unusable, RawServer.html(200, "<html>")),
                row(unusable, RawServer.json(200, "")),
                row(unusable, RawServer.json(200, "null")),
                row(unusable, RawServer.json(200, "{\"kind\":\"drive#fileList\"}")),
                row(unusable, RawServer.json(200, "{\"nextPageToken\":\"n\",\"files\":\"none\"}")),
                row(unavailable, error(500, "backendError")),
                row(unavailable, RawServer.html(502, "<html>")),
                row(new ApiAnswer.Unavailable<>(Duration.ofMinutes(2)), RawServer.html(503, "", "Retry-After: 120")),
                row(unavailable, RawServer.drop()),
                row(unavailable, RawServer.raw("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"files\":[]}")),
                row(unavailable, RawServer.hang(Duration.ofSeconds(5))));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void listWhenDriveRefusesThenToldApart(ApiAnswer<?> expected, RawServer.Reply reply) {
        assertEquals(expected, list(reply));
        assertEquals(1, google.server.requests(FILES));
    }

    @Test
    void downloadWhenDriveAnswersThenTheBytesAndTheirLength() throws Exception {
        google.server.on(FILES + "/1aB-c_d", RawServer.answer(200, "text/html", "<b>hello</b>"));

        try (DriveContent content = (DriveContent) found(google.drive().download(TOKEN, ID))) {
            assertEquals(OptionalLong.of(12), content.length());
            assertEquals("<b>hello</b>", new String(content.stream().readAllBytes(), StandardCharsets.UTF_8));
        }
        assertTrue(lastRequest().contains("?alt=media"), lastRequest());
    }

    @Test
    void downloadWhenItBreaksThenReadingFails() throws Exception {
        for (String broken : List.of("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nhalf",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n")) {
            google.server.on(FILES + "/1aB-c_d", RawServer.raw(broken));
            try (DriveContent content = (DriveContent) found(google.drive().download(TOKEN, ID))) {
                assertThrows(IOException.class, () -> content.stream().readAllBytes());
            }
        }
    }

    @Test
    void downloadWhenGivenUpThenTheRestIsNotRead() throws Exception {
        google.server.on(FILES + "/1aB-c_d", out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            Thread.sleep(5000);
        });
        long started = System.nanoTime();

        ((DriveContent) found(google.drive().download(TOKEN, ID))).close();

        assertTrue(System.nanoTime() - started < Duration.ofMillis(250).toNanos());
    }

    @Test
    void exportWhenItsLengthIsNotToldThenItIsReadWhole() throws Exception {
        google.server.on(FILES + "/1aB-c_d/export",
                RawServer.raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n%PDF-\r\n0\r\n\r\n"));

        try (DriveContent content = (DriveContent) found(google.drive().export(TOKEN, ID, "application/pdf"))) {
            assertEquals(OptionalLong.of(5), content.length());
            assertArrayEquals("%PDF-".getBytes(StandardCharsets.UTF_8), content.stream().readAllBytes());
        }
        assertTrue(lastRequest().contains("/export?mimeType=application/pdf "), lastRequest());
    }

    @Test
    void exportWhenItBreaksThenUnavailable() {
        google.server.on(FILES + "/1aB-c_d/export",
                RawServer.raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n%PDF-\r\n"));

        assertEquals(new ApiAnswer.Unavailable<>(Duration.ofSeconds(5)),
                google.drive().export(TOKEN, ID, "application/pdf"));
    }

    @Test
    void exportWhenTooLargeOrNotConvertibleThenNotDownloadable() {
        String tooMuch = "x".repeat(ExportReader.MOST_BYTES + 1);
        for (RawServer.Reply reply : List.of(error(400, "badRequest"), error(403, "exportSizeLimitExceeded"),
                RawServer.answer(200, "application/pdf", tooMuch))) {
            google.server.on(FILES + "/1aB-c_d/export", reply);
            assertEquals(new ApiAnswer.NotDownloadable<>(), google.drive().export(TOKEN, ID, "application/pdf"));
        }
    }

    @Test
    void callWhenRedirectedThenTheTokenTravelsNowhere() throws Exception {
        try (RawServer elsewhere = new RawServer()) {
            google.server.on(FILES + "/1aB-c_d", RawServer.html(307, "", "Location: " + elsewhere.url("/x")));

            assertEquals(new ApiAnswer.Unusable<>(), google.drive().download(TOKEN, ID));
            assertEquals(0, elsewhere.requests().size());
        }
    }

    private ApiAnswer<DrivePage> list(RawServer.Reply reply) {
        google.server.on(FILES, reply);
        return google.drive().list(TOKEN, NEWEST);
    }

    private String lastRequest() {
        List<String> requests = google.server.requests();
        return URLDecoder.decode(requests.get(requests.size() - 1), StandardCharsets.UTF_8);
    }

    private static Object found(ApiAnswer<?> answer) {
        return assertInstanceOf(ApiAnswer.Found.class, answer, () -> "" + answer).value();
    }

    private static RawServer.Reply error(int status, String reason) {
        return RawServer.json(status, "{\"error\":{\"code\":" + status + ",\"message\":\"m\",\"errors\":[{\"domain\":\"global\","
                + "\"reason\":\"" + reason + "\"}]}}");
    }

    private static Arguments row(ApiAnswer<?> expected, RawServer.Reply reply) {
        return Arguments.of(expected, reply);
    }
}

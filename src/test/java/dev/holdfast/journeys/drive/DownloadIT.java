package dev.holdfast.journeys.drive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.rig.Browser;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.Metrics;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.control.Control;
import dev.holdfast.standin.fault.Fault;
import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Downloads: whole or visibly broken, always an attachment, and never a way to any other place. */
@OnStage
class DownloadIT {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String BLOB = "survey-data.bin";
    private static final long BLOB_BYTES = 30L << 20;

    private Stage stage;
    private Control google;
    private Guest guest;

    @BeforeEach
    void enter() {
        stage = Stage.shared();
        google = stage.google().control();
        guest = Guest.arriving(stage, People.ADA);
    }

    /** The reader's departure is no fault of the server and raises no alarm. */
    @Test
    void downloadWhenItsReaderGoesAwayThenItIsCountedAsWhatItWas() throws IOException {
        String path = "/api/drive/files/" + idOf(BLOB) + "/content";
        Metrics before = Metrics.of(stage.holdfast());
        try (Socket reader = new Socket(stage.holdfast().origin().getHost(), stage.holdfast().origin().getPort())) {
            reader.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                    + guest.browser().accessToken() + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            assertEquals(65_536, reader.getInputStream().readNBytes(65_536).length);
        }
        Eventually.holds(Duration.ofSeconds(30), "it has been counted", () -> Metrics.of(stage.holdfast())
                .since(before, "holdfast_answers_total", "area=\"api\"", "status=\"2xx\"") >= 1);
        assertEquals(0, Metrics.of(stage.holdfast()).since(before, "holdfast_answers_total", "status=\"500\""));
    }

    @Test
    void contentWhenThirtyMegabytesThenEveryByteArrives() throws Exception {
        String id = idOf(BLOB);

        HttpResponse<InputStream> ours = HTTP.send(content(id).build(), BodyHandlers.ofInputStream());
        HttpResponse<InputStream> theirs = HTTP.send(atGoogle(id), BodyHandlers.ofInputStream());

        assertEquals(BLOB_BYTES, ours.headers().firstValueAsLong("Content-Length").orElseThrow());
        assertArrayEquals(digest(theirs.body()), digest(ours.body()));
        assertInert(ours);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
        "Rental agreement signed.pdf | application/pdf",
        "newsletter-preview.html | application/octet-stream",
        "logo.svg | application/octet-stream",
        "<img src=x onerror=alert(1)>.txt | text/plain",
        "תקציב שנתי.txt | text/plain",
        "C:\\temp\\backslash.txt | text/plain",
        "résumé – übersicht – 履歴書.txt | text/plain"})
    void contentWhenABlobThenAnInertAttachmentUnderASafeName(String name, String type) {
        HttpResponse<String> response = guest.browser().keepingCookies(content(idOf(name)).GET());

        Answers.fine(response);
        assertInert(response);
        assertEquals(type, response.headers().firstValue("Content-Type").orElseThrow().split(";")[0]);
        String disposition = response.headers().firstValue("Content-Disposition").orElseThrow();
        assertTrue(disposition.matches("attachment; filename=\"[\\x20-\\x7e&&[^\"\\\\/]]+\"; filename\\*=UTF-8''[\\x21-\\x7e]+"),
                disposition);
        String saved = URLDecoder.decode(disposition.split("UTF-8''")[1], StandardCharsets.UTF_8);
        assertEquals(name.replaceAll("[<>:\\\\]", "_"), saved);
    }

    @ParameterizedTest
    @CsvSource({
        "'Meeting notes, weekly sync', docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "Household budget 2026, xlsx, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "Product roadmap Q1, pptx, application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "Floor plan, pdf, application/pdf"})
    void contentWhenADocumentOfGooglesThenItIsExported(String name, String extension, String type) {
        HttpResponse<String> response = guest.browser().keepingCookies(content(idOf(name)).GET());

        Answers.fine(response);
        assertInert(response);
        assertEquals(type, response.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(response.headers().firstValue("Content-Disposition").orElseThrow().contains("." + extension + "\""));
        assertTrue(response.body().startsWith(extension.equals("pdf") ? "%PDF" : "PK"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Meeting notes, weekly sync", "Household budget 2026", "Product roadmap Q1", "Floor plan"})
    void contentWhenADocumentOfGooglesIsWantedAsPdfThenItIsExportedSo(String name) {
        HttpResponse<String> response = guest.browser().keepingCookies(guest.browser().bearer(path(idOf(name)) + "?format=pdf").GET());

        Answers.fine(response);
        assertInert(response);
        assertEquals("application/pdf", response.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(response.headers().firstValue("Content-Disposition").orElseThrow().contains(".pdf\""));
        assertTrue(response.body().startsWith("%PDF"));
    }

    @ParameterizedTest
    @CsvSource({"notes.txt, pdf, 409, not_downloadable", "Rental agreement signed.pdf, pdf, 409, not_downloadable",
        "Floor plan, docx, 400, invalid_request", "Floor plan, '', 400, invalid_request", "notes.txt, PDF, 400, invalid_request"})
    void contentWhenTheFormatIsNotThereThenRefused(String name, String format, int status, String code) {
        Answers.problem(guest.browser().get(path(idOf(name)) + "?format=" + format), status, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Invoices", "Feedback form: spring workshop", "Shortcut to Handbook", "Thesis, all chapters"})
    void contentWhenThereIsNoneToGiveThenNotDownloadableWithALink(String name) {
        JsonObject problem = Answers.problem(guest.browser().get(path(idOf(name))), 409, "not_downloadable");

        assertTrue(problem.get("web_view_link").getAsString().startsWith("https://"));
    }

    @ParameterizedTest
    @CsvSource({"Confidential: salary bands, not_downloadable_by_you", "free-prizes.zip, abusive"})
    void contentWhenGoogleForbidsItThenTheReasonAndAWayOut(String name, String reason) {
        JsonObject problem = Answers.problem(guest.browser().get(path(idOf(name))), 403, "google_forbidden");

        assertEquals(reason, problem.get("google_reason").getAsString());
        assertTrue(problem.get("web_view_link").getAsString().startsWith("https://"));
    }

    @Test
    void contentWhenUnknownThenNotFound() {
        Answers.problem(guest.browser().get(path("1AbsolutelyNobodysFile")), 404, "not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DROP_MIDWAY", "HANG_MIDWAY"})
    void contentWhenItBreaksMidwayThenTheConnectionBreaks(FaultKind breakage) {
        String id = idOf(BLOB);
        google.fault(StandInArea.DRIVE_CONTENT, breakage, People.ADA, 1);

        CompletableFuture<HttpResponse<byte[]>> whole = HTTP.sendAsync(content(id).build(), BodyHandlers.ofByteArray());

        Exception broken = assertThrows(Exception.class,
                () -> whole.get(30, TimeUnit.SECONDS), "never a body that looks complete");
        assertTrue(broken.getCause() instanceof IOException, broken::toString);
    }

    /** A server that compressed the content would lose its length. */
    @Test
    void contentWhenItIsTextAndTheClientTakesGzipThenItsLengthIsPromisedAllTheSame() throws Exception {
        String id = idOf("notes.txt");
        String text = "all work and no play ".repeat(5_000);
        Fault plain = Fault.answer(200, Map.of("Content-Type", "text/plain"), text);
        google.fault(StandInArea.DRIVE_CONTENT, plain, People.ADA, 1);

        HttpResponse<byte[]> sent = HTTP.send(content(id).header("Accept-Encoding", "gzip").build(),
                BodyHandlers.ofByteArray());

        assertEquals(200, sent.statusCode());
        assertEquals(text.length(), sent.headers().firstValueAsLong("Content-Length").orElse(-1));
        assertTrue(sent.headers().firstValue("Content-Encoding").isEmpty(), sent.headers()::toString);
    }

    @Test
    void contentWhenAnExportBreaksMidwayThenAProblem() {
        String id = idOf("Product roadmap Q1");
        google.fault(StandInArea.DRIVE_EXPORT, Fault.dropMidway(100), People.ADA, 1);

        Answers.later(guest.browser().get(path(id)), 503, "google_unavailable");
    }

    @Test
    void contentWhenTheTokenIsRefusedOnTheWayThenOneRefreshAndTheFile() {
        String id = idOf("notes.txt");
        google.killAccessTokens(People.ADA);

        Answers.fine(guest.browser().get(path(id)));

        assertEquals(1, guest.refreshes());
    }

    @Test
    void contentWhenGoogleRedirectsThenNoOtherHostSeesTheToken() {
        String id = idOf("notes.txt");
        google.fault(StandInArea.DRIVE_CONTENT, FaultKind.REDIRECT_307, People.ADA, 1);

        Answers.problem(guest.browser().get(path(id)), 502, "google_error");

        assertEquals(0, stage.google().counts().of(StandInArea.ELSEWHERE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../x", "..%2F..%2Fx", "%2e%2e", "%2e%2e%2f%2e%2e%2fuserinfo", "%252e%252e%252fx", "@evil.example",
        "x@evil.example", "https:%2F%2Fevil.example%2Fx", "%2F%2Fevil.example", "x%3Falt%3Dmedia", "x%23", "x%00",
        "x%0d%0aHost:%20evil.example", "x%20y", "x%5c..%5cy", "%C3%A9", "root%2Fchildren", "."})
    void contentWhenTheIdIsNoIdThenNothingIsAskedAnywhere(String id) throws IOException {
        stage.google().counts().reset();

        int status = statusOf("GET " + path(id) + " HTTP/1.1");

        assertTrue(status >= 400 && status < 500, id + " gives " + status);
        assertEquals(0, stage.google().counts().of(StandInArea.EVERYTHING));
    }

    private static void assertInert(HttpResponse<?> response) {
        assertEquals(200, response.statusCode());
        assertTrue(response.headers().firstValue("Content-Disposition").orElse("").startsWith("attachment"));
        assertEquals("nosniff", response.headers().firstValue("X-Content-Type-Options").orElse(""));
        assertTrue(response.headers().firstValue("Content-Security-Policy").orElse("").contains("sandbox"));
        assertFalse(response.headers().firstValue("Cache-Control").orElse("").contains("public"));
    }

    private String idOf(String name) {
        String token = "";
        while (true) {
            JsonObject page = Browser.json(guest.browser().get("/api/drive/files?pageSize=100" + token));
            for (var file : page.getAsJsonArray("files")) {
                if (file.getAsJsonObject().get("name").getAsString().equals(name)) {
                    return file.getAsJsonObject().get("id").getAsString();
                }
            }
            token = "&pageToken=" + URLEncoder.encode(page.get("next_page_token").getAsString(), StandardCharsets.UTF_8);
        }
    }

    private HttpRequest.Builder content(String id) {
        return guest.browser().bearer(path(id)).timeout(Duration.ofSeconds(60));
    }

    private static String path(String id) {
        return "/api/drive/files/" + id + "/content";
    }

    /** Returns the same bytes, fetched without Holdfast in between. */
    private HttpRequest atGoogle(String id) {
        String token = stage.google().journal().entries(StandInArea.DRIVE).get(0).headers().get("Authorization");
        return HttpRequest.newBuilder(URI.create(stage.google().origin() + "/drive/v3/files/" + id + "?alt=media"))
                .header("Authorization", token).build();
    }

    private static byte[] digest(InputStream body) throws Exception {
        try (DigestInputStream in = new DigestInputStream(body, MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.getMessageDigest().digest();
        }
    }

    /** Sends the path byte by byte, because a client would tidy it first. */
    private int statusOf(String requestLine) throws IOException {
        URI origin = stage.holdfast().origin();
        try (Socket socket = new Socket(origin.getHost(), origin.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((requestLine + "\r\nHost: " + origin.getAuthority() + "\r\nAuthorization: Bearer "
                    + guest.browser().accessToken() + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return Integer.parseInt(answer.substring(9, 12));
        }
    }
}

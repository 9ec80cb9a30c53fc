package dev.holdfast.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.holdfast.standin.content.FileKind;
import dev.holdfast.standin.people.People;
import dev.holdfast.standin.world.Switch;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandInDriveTest {

    private static final StandInGoogle GOOGLE = StandInGoogle.start();
    private static String token;
    private final Visitor visitor = new Visitor(GOOGLE);

    @BeforeAll
    static void signIn() {
        token = Visitor.text(new Visitor(GOOGLE).signIn(People.ADA), "access_token");
    }

    @AfterAll
    static void close() {
        GOOGLE.close();
    }

    @Test
    void listWhenPagedThenEveryFileOnceNewestFirst() {
        List<JsonObject> files = new ArrayList<>();
        String next = "";
        do {
            JsonObject page = list("orderBy=modifiedTime+desc&pageSize=7&q=" + encode("trashed = false")
                    + "&fields=nextPageToken,files(id,name,modifiedTime)" + next);
            page.getAsJsonArray("files").forEach(file -> files.add(file.getAsJsonObject()));
            next = page.has("nextPageToken") ? "&pageToken=" + Visitor.text(page, "nextPageToken") : null;
        } while (next != null);
        assertTrue(files.size() >= 40 && files.size() <= 60);
        assertEquals(files.size(), new HashSet<>(files).size());
        List<String> times = files.stream().map(file -> Visitor.text(file, "modifiedTime")).toList();
        assertEquals(times.stream().sorted((a, b) -> b.compareTo(a)).toList(), times);
        assertEquals(3, files.get(0).size(), "only the fields asked for");
    }

    @Test
    void listWhenTrashIsNotExcludedThenItIsThere() {
        assertTrue(names("pageSize=1000").contains("Old shopping list"));
        assertFalse(names("pageSize=1000&q=" + encode("trashed=false")).contains("Old shopping list"));
    }

    @Test
    void listWhenSearchedThenQuotesAndBackslashesAreEscaped() {
        assertEquals(List.of("It's Anna's \"final\" draft (really)"),
                names("q=" + encode("fullText contains 'Anna\\'s' and trashed = false")));
        assertEquals(List.of("C:\\temp\\backslash.txt"), names("q=" + encode("name contains 'C:\\\\temp'")));
        assertEquals("Household budget 2026", names("q=" + encode("fullText contains 'budget'")).get(0));
    }

    /** Drive API, "Search query terms and operators". */
    @Test
    void listWhenSearchedThenContentsByWholeWordsAndNamesByTheirBeginnings() {
        assertEquals(List.of(), names("q=" + encode("fullText contains 'househ'")));
        assertEquals(List.of("Household budget 2026"), names("q=" + encode("name contains 'househ'")));
        assertEquals(List.of(), names("q=" + encode("name contains 'ousehold'")));
        assertEquals(List.of("Poem"), names("q=" + encode("fullText contains '\"winter light\"'")));
        assertEquals(List.of(), names("q=" + encode("fullText contains '\"light winter\"'")));
        assertEquals(List.of("Household budget 2026", "Poem"), names("orderBy=" + encode("modifiedTime desc") + "&q="
                + encode("(name contains 'househ' or name contains 'poe') and trashed = false")));
    }

    @Test
    void listWhenSharedDrivesAreNotAskedForThenTheirFilesAreHidden() {
        String bruno = Visitor.text(new Visitor(GOOGLE).signIn(People.BRUNO), "access_token");
        String q = "?fields=*&q=" + encode("name = 'Fernhill team handbook'");
        String all = q + "&includeItemsFromAllDrives=true&supportsAllDrives=true";
        assertEquals(0, files(q, bruno).size());
        assertEquals(0, files(all, token).size(), "only members see them");
        JsonObject file = files(all + "&corpora=allDrives", bruno).get(0).getAsJsonObject();
        assertTrue(file.has("driveId"));
        assertFalse(file.has("ownedByMe"));
        String id = "/" + Visitor.text(file, "id");
        assertEquals(404, visitor.drive(id, bruno).statusCode());
        assertEquals(200, visitor.drive(id + "?supportsAllDrives=true", bruno).statusCode());
        assertEquals(403, visitor.drive("?includeItemsFromAllDrives=true", bruno).statusCode());
        assertEquals(403, visitor.drive("?corpora=allDrives&supportsAllDrives=true", bruno).statusCode());
    }

    @Test
    void listWhenPagesAreEmptyThenTheyLeadOn() {
        GOOGLE.control().set(Switch.DRIVE_EMPTY_PAGES, "2");
        JsonObject page = list("pageSize=1000");
        assertEquals(0, page.getAsJsonArray("files").size());
        page = list("pageSize=1000&pageToken=" + Visitor.text(page, "nextPageToken"));
        page = list("pageSize=1000&pageToken=" + Visitor.text(page, "nextPageToken"));
        assertTrue(page.getAsJsonArray("files").size() > 40);
        assertFalse(page.has("nextPageToken"));
        GOOGLE.control().set(Switch.DRIVE_EMPTY_PAGES, "0");
    }

    @Test
    void listWhenAFolderIsNamedThenTheFilesInIt() {
        String archive = Visitor.text(files("?fields=files(id)&q=" + encode("name = 'Archive'"), token).get(0)
                .getAsJsonObject(), "id");

        assertEquals(List.of("Photos 2019.zip", "Photos", "Tax return 2024.pdf"),
                names("q=" + encode("'" + archive + "' in parents and trashed = false")));
        assertEquals(404, visitor.drive("?q=" + encode("'made-up' in parents"), token).statusCode());
    }

    @Test
    void listWhenTheBeginningOfATypeIsNamedThenTheFilesOfSuchTypes() {
        assertEquals(List.of("Garden in May.png", "logo.svg", "Passport photo.png", "Whiteboard after planning.png"),
                names("orderBy=name_natural&q=" + encode("mimeType contains 'image/'")));
    }

    @Test
    void listWhenFullTextIsOrderedThenForbidden() {
        HttpResponse<String> answer = visitor.drive("?orderBy=name&q=" + encode("fullText contains 'a'"), token);
        assertEquals(403, answer.statusCode());
        assertEquals("forbidden", reason(answer));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "q=fullText+contains+%27open", "q=trashed", "q=trashed%3Dfalse+and+", "q=a+or+b", "pageToken=made-up",
        "pageSize=0", "pageSize=1001", "orderBy=colour", "fields=files(id", "fields=nonsense"
    })
    void listWhenParameterIsWrongThen400(String query) {
        assertEquals(400, visitor.drive("?" + query, token).statusCode());
    }

    @Test
    void contentWhenBlobThenItsBytes() {
        JsonObject file = find("Rental agreement signed.pdf");
        HttpResponse<String> answer = visitor.drive("/" + Visitor.text(file, "id") + "?alt=media", token);
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().startsWith("%PDF-"));
        assertEquals(Visitor.text(file, "size"), answer.headers().firstValue("Content-Length").orElseThrow());
    }

    @Test
    void contentWhenBigThenThirtyMegabytes() {
        JsonObject file = find("survey-data.bin");
        HttpResponse<String> answer = visitor.drive("/" + Visitor.text(file, "id") + "?alt=media", token);
        assertEquals("31457280", Visitor.text(file, "size"));
        assertEquals("31457280", answer.headers().firstValue("Content-Length").orElseThrow());
    }

    @Test
    void contentWhenGoogleDocumentThenOnlyExport() {
        String id = Visitor.text(find("Recipe: lemon tart"), "id");
        assertEquals("fileNotDownloadable", reason(visitor.drive("/" + id + "?alt=media", token)));
        HttpResponse<String> pdf = visitor.drive("/" + id + "/export?mimeType=application/pdf", token);
        assertTrue(pdf.body().startsWith("%PDF-"));
        HttpResponse<String> docx =
                visitor.drive("/" + id + "/export?mimeType=" + FileKind.DOCX.mimeType(), token);
        assertTrue(docx.body().startsWith("PK"));
        assertEquals(400, visitor.drive("/" + id + "/export?mimeType=image/gif", token).statusCode());
    }

    @Test
    void exportWhenNotAllowedThenTheReason() {
        assertEquals("exportSizeLimitExceeded", reason(exportPdf("Thesis, all chapters")));
        assertEquals("fileNotExportable", reason(exportPdf("Feedback form: spring workshop")));
        assertEquals("cannotDownloadFile", reason(exportPdf("Confidential: salary bands")));
    }

    @Test
    void metadataWhenIdIsUnknownThen404() {
        HttpResponse<String> answer = visitor.drive("/nothing", token);
        assertEquals(404, answer.statusCode());
        assertEquals("notFound", reason(answer));
    }

    @Test
    void listWhenTokenIsMissingWrongOrExpiredThen401() {
        assertEquals("required", reason(visitor.get("/drive/v3/files")));
        HttpResponse<String> wrong = visitor.drive("", "ya29.made-up");
        assertEquals(401, wrong.statusCode());
        assertTrue(wrong.headers().firstValue("WWW-Authenticate").orElse("").contains("error=\"invalid_token\""));
        GOOGLE.control().advance(Duration.ofSeconds(3600));
        assertEquals(401, visitor.drive("", token).statusCode());
        GOOGLE.control().advance(Duration.ofSeconds(-3600));
    }

    private HttpResponse<String> exportPdf(String name) {
        return visitor.drive("/" + Visitor.text(find(name), "id") + "/export?mimeType=application/pdf", token);
    }

    private JsonObject find(String name) {
        String q = encode("name = '" + name.replace("\\", "\\\\").replace("'", "\\'") + "'");
        return list("fields=*&q=" + q).getAsJsonArray("files").get(0).getAsJsonObject();
    }

    private List<String> names(String query) {
        List<String> names = new ArrayList<>();
        for (JsonElement file : list(query).getAsJsonArray("files")) {
            names.add(Visitor.text(file.getAsJsonObject(), "name"));
        }
        return names;
    }

    private JsonArray files(String query, String bearer) {
        HttpResponse<String> answer = visitor.drive(query, bearer);
        assertEquals(200, answer.statusCode(), answer.body());
        return Visitor.json(answer).getAsJsonArray("files");
    }

    private JsonObject list(String query) {
        HttpResponse<String> answer = visitor.drive("?" + query, token);
        assertEquals(200, answer.statusCode(), answer.body());
        return Visitor.json(answer);
    }

    private static String reason(HttpResponse<String> answer) {
        JsonObject error = Visitor.json(answer).getAsJsonObject("error");
        return Visitor.text(error.getAsJsonArray("errors").get(0).getAsJsonObject(), "reason");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package dev.holdfast.gemini.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.custody.refresh.Acquired;
import dev.holdfast.drive.control.LendingDesk;
import dev.holdfast.google.Capacity;
import dev.holdfast.google.api.ApiAnswer;
import dev.holdfast.google.gemini.FinishReason;
import dev.holdfast.google.wire.RawServer;
import dev.holdfast.google.wire.RawServer.Reply;
import jakarta.enterprise.event.Shutdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions about a file: what is asked of whom, how often, and how each question ends. */
@Timeout(60)
class QuestionsTest {

    private static final String MODEL = "/v1/models/gemini-9:streamGenerateContent";
    private static final String META = "/drive/v3/files/1file";
    private static final Reply REFUSED_TOKEN = RawServer.json(401, "{}");

    private RawServer google;
    private QuestionsRig rig;

    @BeforeEach
    void start() throws IOException {
        google = new RawServer();
        rig = new QuestionsRig(google.origin(), QuestionsRig.desk(), Map.of());
        file("text/plain");
        google.on(MODEL, answer());
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
        google.close();
    }

    @Test
    void askWhenAllIsWellThenTheAnswerAndItsEnd() {
        List<AnswerStep> steps = QuestionsRig.steps(rig.ask());

        assertEquals(List.of(new AnswerStep.Text("Because"), new AnswerStep.Done(FinishReason.STOP, 12)), steps);
        assertEquals(List.of(new QuestionEnd("done", 12)), rig.ended);
    }

    @ParameterizedTest
    @CsvSource({"application/zip", "application/vnd.google-apps.folder"})
    void askWhenTheModelCannotReadTheKindThenNothingIsSent(String type) {
        file(type);

        assertInstanceOf(QuestionRefusal.NotAnswerable.class, rig.refused());
        assertEquals(0, google.requests(MODEL));
        assertEquals(List.of(new QuestionEnd("not_answerable", 0)), rig.ended);
    }

    @Test
    void askWhenTheFileIsTooLargeThenItIsNotEvenRead() {
        google.on(META, RawServer.json(200, "{\"id\":\"1file\",\"mimeType\":\"text/plain\",\"size\":\"15728641\"}"));

        assertInstanceOf(QuestionRefusal.TooLong.class, rig.refused());
        assertEquals(1, google.requests().size());
    }

    @ParameterizedTest
    @CsvSource({"403, exportSizeLimitExceeded", "400, badRequest"})
    void askWhenDriveDoesNotExportThatMuchThenItIsTooLong(int status, String reason) {
        file("application/vnd.google-apps.document");
        google.on(META + "/export", RawServer.json(status, "{\"error\":{\"errors\":[{\"reason\":\"" + reason + "\"}]}}"));

        assertInstanceOf(QuestionRefusal.TooLong.class, rig.refused());
    }

    @Test
    void askWhenDriveRefusesTheFileThenThatIsTheRefusal() {
        google.on(META, RawServer.json(404, "{}"));

        assertInstanceOf(QuestionRefusal.NoFile.class, rig.refused());
        assertEquals(0, google.requests(MODEL));
    }

    @Test
    void askWhenTheScopeIsMissingThenDriveIsNotAskedEither() {
        rig.close();
        rig = new QuestionsRig(google.origin(), LendingDesk.lending(LendingDesk.READONLY), Map.of());

        Acquired why = assertInstanceOf(QuestionRefusal.NoToken.class, rig.refused()).why();

        assertEquals(new Acquired.ScopeMissing(Set.of(QuestionsRig.QUOTA)), why);
        assertEquals(List.of(), google.requests());
    }

    @Test
    void askWhenGoogleFindsTheScopeMissingThenThePersonIsAskedForIt() {
        google.on(MODEL, RawServer.json(403, "{\"error\":{\"details\":[{\"reason\":\"ACCESS_TOKEN_SCOPE_INSUFFICIENT\"}]}}"));

        assertEquals(new QuestionRefusal.ScopeMissing(QuestionsRig.QUOTA), QuestionsRig.failure(rig.ask()));
    }

    @Test
    void askWhenTheTokenIsRefusedOnceThenOneRefreshAndTheQuestionIsSentOnceMore() {
        google.on(MODEL, REFUSED_TOKEN, answer());

        assertEquals(2, QuestionsRig.steps(rig.ask()).size());
        assertEquals(1, rig.desk.forced);
        assertEquals(2, google.requests(MODEL));
        assertTrue(last(google.requests()).contains("Bearer token-2"));
    }

    @Test
    void askWhenTheTokenIsRefusedTwiceThenThatIsTheEnd() {
        google.on(MODEL, REFUSED_TOKEN);

        assertInstanceOf(ApiAnswer.Unauthorized.class,
                assertInstanceOf(QuestionRefusal.Refused.class, QuestionsRig.failure(rig.ask())).answer());
        assertEquals(1, rig.desk.forced);
        assertEquals(2, google.requests(MODEL));
    }

    @Test
    void askWhenByKeyThenOnlyTheKeyReachesTheModelAndOnlyTheTokenReachesDrive(@TempDir Path directory) throws IOException {
        rig.close();
        rig = new QuestionsRig(google.origin(), LendingDesk.lending(LendingDesk.READONLY), Map.of("holdfast.gemini.access", "key",
                "holdfast.gemini.api-key-file", Files.writeString(directory.resolve("key"), "AIza-not-a-key").toString()));
        google.on(MODEL, answer(), REFUSED_TOKEN);

        QuestionsRig.steps(rig.ask());

        for (String request : google.requests()) {
            boolean toTheModel = request.startsWith("POST " + MODEL);
            assertEquals(toTheModel, request.contains("AIza-not-a-key"), request);
            assertEquals(!toTheModel, request.contains("Authorization: Bearer token-1"), request);
        }
        QuestionsRig.failure(rig.ask());
        assertEquals(0, rig.desk.forced, "a new token of the person would not help");
        assertEquals(2, google.requests(MODEL));
    }

    @Test
    void askWhenTheStreamEndsWithoutAReasonThenItIsUnfinished() {
        google.on(MODEL, events("{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"Bec\"}]}}]}"));

        List<AnswerStep> steps = QuestionsRig.steps(rig.ask());

        assertEquals(List.of(new AnswerStep.Text("Bec"), new AnswerStep.Failed(new QuestionRefusal.Unfinished())), steps);
    }

    @Test
    void askWhenTheDocumentBreaksThenTheModelIsNotBlamed() {
        google.on(META, RawServer.json(200, "{\"id\":\"1file\",\"mimeType\":\"text/plain\",\"size\":\"500\"}"),
                content("500", "x"));

        assertInstanceOf(QuestionRefusal.DocumentBroken.class, QuestionsRig.failure(rig.ask()));
    }

    @Test
    void askWhenTheMinuteIsSpentThenThatPersonWaitsAndOthersDoNot() {
        for (int question = 0; question < 6; question++) {
            file("text/plain");
            QuestionsRig.steps(rig.ask());
        }

        assertInstanceOf(QuestionRefusal.TooMany.class, rig.refused());
        file("text/plain");
        assertInstanceOf(QuestionOutcome.Asked.class, rig.ask(UUID.randomUUID()));
    }

    @Test
    void askWhenOnePersonHasTheirSeatsThenOthersAreServedAndSeatsComeBackWhenTheAnswersAreClosed() {
        google.on(MODEL, RawServer.hang(Duration.ofSeconds(20)));
        List<OngoingAnswer> waiting = new ArrayList<>();
        for (int question = 0; question < Capacity.QUESTIONS_OF_ONE; question++) {
            file("text/plain");
            waiting.add(((QuestionOutcome.Asked) rig.ask()).answer());
        }
        assertInstanceOf(QuestionRefusal.Busy.class, rig.refused());
        file("text/plain");
        ((QuestionOutcome.Asked) rig.ask(UUID.randomUUID())).answer().close();

        waiting.forEach(OngoingAnswer::close);
        waiting.forEach(answer -> assertEquals(new AnswerStep.Failed(new QuestionRefusal.Cancelled()),
                answer.next(Duration.ofSeconds(10)).orElseThrow()));
        file("text/plain");
        assertInstanceOf(QuestionOutcome.Asked.class, rig.ask());
    }

    @Test
    void askWhenTheClientLeavesInTheMiddleThenTheModelIsStopped() throws Exception {
        CountDownLatch stopped = new CountDownLatch(1);
        google.on(MODEL, out -> {
            try {
                out.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 900000\r\n\r\n".getBytes());
                for (int piece = 0; piece < 10_000; piece++) {
                    out.write("data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"a\"}]}}]}\n\n".getBytes());
                    out.flush();
                    Thread.sleep(20);
                }
            } finally {
                stopped.countDown();
            }
        });
        OngoingAnswer answer = ((QuestionOutcome.Asked) rig.ask()).answer();
        assertInstanceOf(AnswerStep.Text.class, answer.next(Duration.ofSeconds(10)).orElseThrow());

        answer.close();

        assertTrue(stopped.await(10, TimeUnit.SECONDS), "the connection to the model is closed");
    }

    @Test
    void stopWhenAQuestionIsUnderWayThenItsEndSaysSoAndNoDefectIsLogged() {
        CountDownLatch asked = new CountDownLatch(1);
        google.on(MODEL, out -> {
            asked.countDown();
            Thread.sleep(20_000);
        });
        OngoingAnswer answer = ((QuestionOutcome.Asked) rig.ask()).answer();

        List<String> lines = logged(() -> {
            await(asked);
            rig.questions.stop(new Shutdown());
            AnswerStep.Failed last = assertInstanceOf(AnswerStep.Failed.class, answer.next(Duration.ofSeconds(10)).orElseThrow());
            assertInstanceOf(QuestionRefusal.Stopping.class, last.why());
        });

        assertEquals(List.of(new QuestionEnd("stopping", 0)), rig.ended);
        assertTrue(lines.stream().allMatch(line -> line.contains("HF0581")), lines::toString);
    }

    @Test
    void stopWhenAQuestionBeginsOnlyAfterItThenItEndsInTheSameWay() {
        rig.questions.stop(new Shutdown());

        assertInstanceOf(QuestionRefusal.Stopping.class, QuestionsRig.failure(rig.ask()));
    }

    @Test
    void stopWhenTheServersThreadsAreGoneAlreadyThenThatIsNoDefectEither() {
        google.on(MODEL, REFUSED_TOKEN);
        rig.desk.beforeForced = () -> {
            rig.questions.stop(new Shutdown());
            throw new RejectedExecutionException();
        };

        List<String> lines = logged(() -> assertInstanceOf(QuestionRefusal.Stopping.class, QuestionsRig.failure(rig.ask())));

        assertTrue(lines.stream().allMatch(line -> line.contains("HF0581")), lines::toString);
    }

    @Test
    void readingWhenItBreaksOnItsOwnThenThatIsADefect() {
        google.on(MODEL, REFUSED_TOKEN);
        rig.desk.beforeForced = () -> {
            throw new RejectedExecutionException();
        };

        List<String> lines = logged(() -> assertEquals(new QuestionRefusal.Unfinished(), QuestionsRig.failure(rig.ask())));

        assertTrue(lines.stream().anyMatch(line -> line.contains("HF0587") && line.contains("RejectedExecutionException")),
                lines::toString);
    }

    @Test
    void logWhenQuestionsAreAskedThenItHoldsNeitherQuestionNorDocumentNorAnswer() {
        List<String> lines = logged(() -> QuestionsRig.steps(rig.ask()));

        assertTrue(lines.stream().anyMatch(line -> line.contains("HF0581") && line.contains("end=done tokens=12")),
                lines::toString);
        assertFalse(lines.stream().anyMatch(line -> line.contains("Why?") || line.contains("secret text")
                || line.contains("Because") || line.contains("1file")), lines::toString);
    }

    /** Returns all that is logged until the work is done. */
    private static List<String> logged(Runnable work) {
        List<String> lines = new CopyOnWriteArrayList<>();
        Handler kept = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage() + " " + List.of(line.getParameters() == null ? new Object[0] : line.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger all = Logger.getLogger("dev.holdfast");
        all.addHandler(kept);
        try {
            work.run();
        } finally {
            all.removeHandler(kept);
        }
        return lines;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }

    /** The metadata and then the content of the file, twice. */
    private void file(String type) {
        Reply metadata = RawServer.json(200, "{\"id\":\"1file\",\"mimeType\":\"" + type + "\"}");
        google.on(META, metadata, content("11", "secret text"), metadata, content("11", "secret text"));
    }

    private static Reply content(String length, String text) {
        return RawServer.raw("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " + length + "\r\n\r\n" + text);
    }

    private static Reply answer() {
        return events("{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"Because\"}]},\"finishReason\":\"STOP\"}],"
                + "\"usageMetadata\":{\"totalTokenCount\":12}}");
    }

    private static Reply events(String piece) {
        return RawServer.raw("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\ndata: " + piece
                + "\n\n");
    }

    private static String last(List<String> requests) {
        return requests.get(requests.size() - 1);
    }
}

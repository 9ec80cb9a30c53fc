package dev.holdfast.gemini.control;

import dev.holdfast.account.control.Requester;
import dev.holdfast.custody.refresh.Acquired;
import dev.holdfast.drive.control.DriveDocuments;
import dev.holdfast.drive.control.LendingDesk;
import dev.holdfast.gemini.entity.Question;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.SettingsOf;
import dev.holdfast.google.api.ApiCallLimits;
import dev.holdfast.google.drive.DriveApi;
import dev.holdfast.google.drive.DriveFileId;
import dev.holdfast.google.gemini.GeminiApi;
import dev.holdfast.google.gemini.GeminiConfig;
import dev.holdfast.google.wire.GoogleHttp;
import dev.holdfast.settings.control.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Questions to a model at some origin on loopback, about files there, with tokens of a lending desk's. */
final class QuestionsRig implements AutoCloseable {

    static final String QUOTA = "https://www.googleapis.com/auth/generative-language.peruserquota";
    static final UUID ADA = UUID.randomUUID();
    static final DriveFileId FILE = new DriveFileId("1file");

    final LendingDesk desk;
    final List<QuestionEnd> ended = new CopyOnWriteArrayList<>();
    final Questions questions;
    private final GoogleHttp http;

    QuestionsRig(String origin, LendingDesk desk, Map<String, String> more) {
        this.desk = desk;
        Map<String, String> values = new HashMap<>(Map.of("holdfast.gemini.access", "user", "holdfast.gemini.model", "gemini-9",
                "holdfast.gemini.timeout", "PT20S", "holdfast.google.timeout", "PT5S",
                "holdfast.google.api-timeout", "PT20S", "holdfast.google.optional-scopes", QUOTA));
        values.putAll(more);
        Settings settings = SettingsOf.google(origin, values);
        GoogleConfig google = new GoogleConfig(settings);
        http = new GoogleHttp(google);
        ApiCallLimits calls = new ApiCallLimits(google);
        GeminiConfig config = new GeminiConfig(settings, google);
        questions = new Questions(config, new GeminiApi(config, http, calls, Clock.systemUTC()), desk,
                new DriveDocuments(desk, new DriveApi(google, http, calls, Clock.systemUTC()), google), threads(),
                new Requester());
        questions.listen(ended::add);
    }

    static LendingDesk desk() {
        return LendingDesk.lending(LendingDesk.READONLY, QUOTA);
    }

    static Acquired fresh(String token) {
        return LendingDesk.fresh(token, LendingDesk.READONLY, QUOTA);
    }

    QuestionOutcome ask(UUID person) {
        return questions.ask(person, FILE, Question.parse("{\"question\":\"Why?\"}").orElseThrow());
    }

    QuestionOutcome ask() {
        return ask(ADA);
    }

    QuestionRefusal refused() {
        return ((QuestionOutcome.Refused) ask()).why();
    }

    /** Returns all steps of an answer, the last one included. */
    static List<AnswerStep> steps(QuestionOutcome outcome) {
        List<AnswerStep> steps = new ArrayList<>();
        OngoingAnswer answer = ((QuestionOutcome.Asked) outcome).answer();
        while (steps.isEmpty() || !steps.get(steps.size() - 1).isLast()) {
            steps.add(answer.next(Duration.ofSeconds(20)).orElseThrow());
        }
        return steps;
    }

    /** Returns the reason why there is no answer, or no more of it. */
    static QuestionRefusal failure(QuestionOutcome outcome) {
        List<AnswerStep> steps = steps(outcome);
        return ((AnswerStep.Failed) steps.get(steps.size() - 1)).why();
    }

    private static QuestionThreads threads() {
        return new QuestionThreads() {
            @Override
            public void execute(Runnable reading) {
                new Thread(reading, "reading").start();
            }
        };
    }

    @Override
    public void close() {
        http.close();
    }
}

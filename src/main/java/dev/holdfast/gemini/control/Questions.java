package dev.holdfast.gemini.control;

import dev.holdfast.account.control.Requester;
import dev.holdfast.custody.refresh.Acquired;
import dev.holdfast.custody.refresh.GoogleTokenManager;
import dev.holdfast.drive.control.DocumentOpening;
import dev.holdfast.drive.control.DriveDocuments;
import dev.holdfast.drive.control.DriveOutcome;
import dev.holdfast.gemini.entity.Question;
import dev.holdfast.google.Capacity;
import dev.holdfast.google.RateLimit;
import dev.holdfast.google.StreamSeats;
import dev.holdfast.google.drive.DriveFileId;
import dev.holdfast.google.gemini.GeminiApi;
import dev.holdfast.google.gemini.GeminiConfig;
import dev.holdfast.google.gemini.GeminiCredential;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.Shutdown;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * Asks the model about a file in Drive. Limits and permissions are looked at first, then the file is opened, and only then is
 * the model asked, on another thread: it may take a minute to begin, and the client may go away all that time.
 */
@ApplicationScoped
public class Questions {

    private static final String MODEL = "gemini";
    private static final Duration WHEN_THERE_IS_ROOM = Duration.ofSeconds(5);

    private final StreamSeats seats = new StreamSeats(Capacity.QUESTIONS, Capacity.QUESTIONS_OF_ONE);
    private final RateLimit minutes = new RateLimit(System::nanoTime);
    private final Set<OngoingAnswer> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;
    private volatile Consumer<QuestionEnd> listener = end -> { };

    private GeminiConfig config;
    private GeminiApi gemini;
    private GoogleTokenManager tokens;
    private DriveDocuments documents;
    private QuestionThreads threads;
    private Requester requester;

    protected Questions() {}

    @Inject
    public Questions(GeminiConfig config, GeminiApi gemini, GoogleTokenManager tokens, DriveDocuments documents,
            QuestionThreads threads, Requester requester) {
        this.config = config;
        this.gemini = gemini;
        this.tokens = tokens;
        this.documents = documents;
        this.threads = threads;
        this.requester = requester;
    }

    /** Has every question reported when it has ended, on the thread that ends it. */
    public void listen(Consumer<QuestionEnd> ended) {
        listener = ended;
    }

    /** Ends the questions under way before the application loses its threads and connections: that is no defect. */
    void stop(@Observes(notifyObserver = Reception.IF_EXISTS) Shutdown shutdown) {
        stopping = true;
        underWay.forEach(OngoingAnswer::stop);
    }

    /** Asks on behalf of this account. If the model is being asked, the caller closes the answer. */
    public QuestionOutcome ask(UUID accountId, DriveFileId file, Question question) {
        Optional<Duration> wait = minutes.take(accountId, MODEL, config.perMinute());
        if (wait.isPresent()) {
            return refused(new QuestionRefusal.TooMany(wait.get()));
        }
        return seats.seated(accountId, () -> seated(accountId, file, question), QuestionOutcome.Asked.class::isInstance)
                .orElseGet(() -> refused(new QuestionRefusal.Busy(WHEN_THERE_IS_ROOM)));
    }

    private QuestionOutcome seated(UUID accountId, DriveFileId file, Question question) {
        Acquired acquired = config.scope().map(scope -> tokens.acquire(accountId, List.of(scope)))
                .orElseGet(() -> tokens.acquire(accountId));
        if (!(acquired instanceof Acquired.Fresh fresh)) {
            return refused(new QuestionRefusal.NoToken(acquired));
        }
        GeminiCredential credential = config.key().<GeminiCredential>map(GeminiCredential.Key::new)
                .orElseGet(() -> new GeminiCredential.Person(fresh.token()));
        ModelSource source = new ModelSource(documents, accountId, file, config.mostBytes());
        DriveOutcome<DocumentOpening> outcome = source.open();
        return outcome instanceof DriveOutcome.Done<DocumentOpening> done
                ? opened(accountId, source, done.value(), question, credential)
                : refused(new QuestionRefusal.NoFile(outcome));
    }

    private QuestionOutcome opened(UUID accountId, ModelSource source, DocumentOpening opening, Question question,
            GeminiCredential credential) {
        if (!(opening instanceof DocumentOpening.Opened opened)) {
            return refused(ModelSource.refusalOf(opening));
        }
        OngoingAnswer answer = new OngoingAnswer();
        ModelReading reading = new ModelReading(gemini, config, tokens, source, question, answer);
        Consumer<QuestionEnd> ended = told(accountId, opened, answer);
        underWay.add(answer);
        if (stopping) {
            answer.stop();
        }
        try {
            threads.execute(() -> reading.run(opened, credential, ended));
            return new QuestionOutcome.Asked(answer);
        } catch (RejectedExecutionException full) {
            underWay.remove(answer);
            opened.content().giveUp();
            return refused(new QuestionRefusal.Busy(WHEN_THERE_IS_ROOM));
        }
    }

    /** Returns what is done at the end of the answer, on a thread that does not belong to the request any more. */
    private Consumer<QuestionEnd> told(UUID accountId, DocumentOpening.Opened opened, OngoingAnswer answer) {
        var line = QuestionLog.line(accountId, opened.form().mimeType(), requester);
        return end -> {
            underWay.remove(answer);
            seats.leave(accountId);
            QuestionLog.asked(line, end);
            listener.accept(end);
        };
    }

    private QuestionOutcome refused(QuestionRefusal why) {
        listener.accept(new QuestionEnd(why.code(), 0));
        return new QuestionOutcome.Refused(why);
    }
}

package dev.holdfast.gemini.control;

import dev.holdfast.custody.refresh.Acquired;
import dev.holdfast.custody.refresh.GoogleTokenManager;
import dev.holdfast.drive.control.DocumentOpening;
import dev.holdfast.drive.control.DriveOutcome;
import dev.holdfast.gemini.entity.Question;
import dev.holdfast.google.api.ApiAnswer;
import dev.holdfast.google.gemini.FinishReason;
import dev.holdfast.google.gemini.GeminiAnswer;
import dev.holdfast.google.gemini.GeminiApi;
import dev.holdfast.google.gemini.GeminiConfig;
import dev.holdfast.google.gemini.GeminiCredential;
import dev.holdfast.google.gemini.GeminiFailed;
import dev.holdfast.google.gemini.GeminiOutcome;
import dev.holdfast.google.gemini.GeminiPiece;
import dev.holdfast.google.gemini.GeminiPrompt;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sends one question to the model and reads the answer to its end. If the model refuses the person's token with 401, one
 * forced refresh replaces it, and the question is sent once more. Every answer gets a last step, whatever happens.
 */
final class ModelReading {

    private static final Duration AFTER_A_BREAK = Duration.ofSeconds(5);

    private final GeminiApi gemini;
    private final GeminiConfig config;
    private final GoogleTokenManager tokens;
    private final ModelSource source;
    private final Question question;
    private final OngoingAnswer answer;

    ModelReading(GeminiApi gemini, GeminiConfig config, GoogleTokenManager tokens, ModelSource source, Question question,
            OngoingAnswer answer) {
        this.gemini = gemini;
        this.config = config;
        this.tokens = tokens;
        this.source = source;
        this.question = question;
        this.answer = answer;
    }

    /** Runs to the end; {@code ended} is told before the client gets the last step. */
    void run(DocumentOpening.Opened opened, GeminiCredential credential, Consumer<QuestionEnd> ended) {
        AnswerStep last = new AnswerStep.Failed(new QuestionRefusal.Unfinished());
        try {
            last = asked(opened, credential);
        } catch (RuntimeException | Error defect) {
            last = broken(defect);
        } finally {
            opened.content().giveUp();
            try {
                ended.accept(QuestionEnd.of(last));
            } finally {
                answer.add(last);
            }
        }
    }

    /** A server that is stopping takes threads, connections and the database away from under a reading: that is no defect. */
    private AnswerStep broken(Throwable defect) {
        if (answer.isStopped()) {
            return new AnswerStep.Failed(new QuestionRefusal.Stopping(AFTER_A_BREAK));
        }
        QuestionLog.readingBroke(defect);
        return new AnswerStep.Failed(new QuestionRefusal.Unfinished());
    }

    private AnswerStep asked(DocumentOpening.Opened opened, GeminiCredential credential) {
        GeminiOutcome outcome = send(opened, credential);
        boolean tokenRefused =
                outcome instanceof GeminiOutcome.Refused refused && refused.answer() instanceof ApiAnswer.Unauthorized;
        return tokenRefused && credential instanceof GeminiCredential.Person person
                ? askedAgain(person) : read(outcome, credential);
    }

    private AnswerStep askedAgain(GeminiCredential.Person rejected) {
        Acquired acquired = tokens.acquireInsteadOf(source.accountId(), rejected.token());
        if (!(acquired instanceof Acquired.Fresh fresh)) {
            return new AnswerStep.Failed(new QuestionRefusal.NoToken(acquired));
        }
        DriveOutcome<DocumentOpening> again = source.open();
        if (!(again instanceof DriveOutcome.Done<DocumentOpening> done)) {
            return new AnswerStep.Failed(new QuestionRefusal.NoFile(again));
        }
        if (!(done.value() instanceof DocumentOpening.Opened opened)) {
            return new AnswerStep.Failed(ModelSource.refusalOf(done.value()));
        }
        try {
            GeminiCredential credential = new GeminiCredential.Person(fresh.token());
            return read(send(opened, credential), credential);
        } finally {
            opened.content().giveUp();
        }
    }

    private GeminiOutcome send(DocumentOpening.Opened opened, GeminiCredential credential) {
        return gemini.ask(credential, new GeminiPrompt(question.text(), opened.form(), opened.length(),
                opened.content().stream(), opened.content()), answer.call());
    }

    private AnswerStep read(GeminiOutcome outcome, GeminiCredential credential) {
        if (!(outcome instanceof GeminiOutcome.Answering answering)) {
            return new AnswerStep.Failed(refusalOf(outcome));
        }
        try (GeminiAnswer pieces = answering.answer()) {
            return passed(pieces, credential);
        } catch (GeminiFailed failed) {
            return new AnswerStep.Failed(refusalOf(failed.outcome()));
        }
    }

    /** Reads to the end of the stream: some models give a reason with every piece. */
    private AnswerStep passed(GeminiAnswer pieces, GeminiCredential credential) throws GeminiFailed {
        Optional<FinishReason> finish = Optional.empty();
        long used = 0;
        for (Optional<GeminiPiece> next = next(pieces, credential); next.isPresent(); next = next(pieces, credential)) {
            GeminiPiece piece = next.get();
            if (!piece.text().isEmpty()) {
                answer.add(new AnswerStep.Text(piece.text()));
            }
            finish = piece.finish().isPresent() ? piece.finish() : finish;
            used = piece.tokens().orElse(used);
        }
        return finish.isPresent() ? new AnswerStep.Done(finish.get(), used) : new AnswerStep.Failed(withoutReason());
    }

    private Optional<GeminiPiece> next(GeminiAnswer pieces, GeminiCredential credential) throws GeminiFailed {
        return gemini.next(pieces, credential, answer.call());
    }

    private QuestionRefusal refusalOf(GeminiOutcome outcome) {
        if (outcome instanceof GeminiOutcome.TooLong) {
            return new QuestionRefusal.TooLong();
        }
        if (outcome instanceof GeminiOutcome.DocumentBroken) {
            return new QuestionRefusal.DocumentBroken(AFTER_A_BREAK);
        }
        if (outcome instanceof GeminiOutcome.Refused refused) {
            return refused.answer() instanceof ApiAnswer.ScopeInsufficient && config.scope().isPresent()
                    ? new QuestionRefusal.ScopeMissing(config.scope().get())
                    : new QuestionRefusal.Refused(refused.answer(), refused.forToday());
        }
        return withoutReason();
    }

    private QuestionRefusal withoutReason() {
        if (answer.isStopped()) {
            return new QuestionRefusal.Stopping(AFTER_A_BREAK);
        }
        return answer.call().isCancelled() ? new QuestionRefusal.Cancelled() : new QuestionRefusal.Unfinished();
    }
}

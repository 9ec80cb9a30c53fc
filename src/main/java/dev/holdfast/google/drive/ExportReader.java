package dev.holdfast.google.drive;

import dev.holdfast.google.Capacity;
import dev.holdfast.google.api.ApiAnswer;
import dev.holdfast.google.wire.GoogleHttp;
import dev.holdfast.google.wire.GoogleTrouble;
import dev.holdfast.google.wire.OpenAnswer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Reads exports completely before they are handed out. Google does not tell their length. If a download of unknown length
 * broke off, it would look complete, because the server ends it regularly. An export has at most 10 MB, and only a few
 * are in memory at once.
 */
final class ExportReader {

    static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final GoogleHttp http;
    private final Duration queueing;
    private final Semaphore room = new Semaphore(Capacity.EXPORTS);

    ExportReader(GoogleHttp http, Duration queueing) {
        this.http = http;
        this.queueing = queueing;
    }

    ApiAnswer<DriveContent> read(OpenAnswer answer) throws GoogleTrouble {
        enter(answer);
        boolean kept = false;
        try {
            byte[] whole = http.readWhole(answer, MOST_BYTES, PATIENCE);
            kept = true;
            return new ApiAnswer.Found<>(DriveContent.of(whole, room::release));
        } catch (GoogleTrouble trouble) {
            if (GoogleTrouble.TOO_LARGE.equals(trouble.code())) {
                return new ApiAnswer.NotDownloadable<>();
            }
            throw trouble;
        } finally {
            if (!kept) {
                room.release();
            }
        }
    }

    private void enter(OpenAnswer answer) throws GoogleTrouble {
        try {
            if (room.tryAcquire(queueing.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        answer.abort();
        throw new GoogleTrouble("busy");
    }
}

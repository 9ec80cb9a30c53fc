package dev.holdfast.journeys.operations;

import dev.holdfast.journeys.stage.Guest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.IntStream;

/** Thirty megabytes that a patient client begins to read, and finishes later. */
final class SlowDownload {

    static final long WHOLE = 30L << 20;
    static final long BROKEN = -1;

    private static final int FIRST = 64 << 10;

    private final InputStream body;

    private SlowDownload(InputStream body) {
        this.body = body;
    }

    /** Begins them one after the other, so that the servers behind a proxy take turns. */
    static List<SlowDownload> begin(List<Guest> guests, int downloads) {
        List<String> paths = guests.stream().map(guest -> Colleague.pathOf(guest, "survey-data.bin")).toList();
        return IntStream.range(0, downloads).mapToObj(number -> number % guests.size())
                .map(number -> begin(guests.get(number), paths.get(number))).toList();
    }

    private static SlowDownload begin(Guest guest, String path) {
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        try {
            HttpResponse<InputStream> answer = client.send(guest.browser().bearer(path).build(),
                    BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200 || answer.headers().firstValueAsLong("Content-Length").orElse(0) != WHOLE
                    || answer.body().readNBytes(FIRST).length != FIRST) {
                throw new IllegalStateException(answer.toString());
            }
            return new SlowDownload(answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Returns the number of bytes received in the end, or that the download broke. */
    long finish() {
        try (body) {
            return FIRST + body.transferTo(OutputStream.nullOutputStream());
        } catch (IOException broken) {
            return BROKEN;
        }
    }
}

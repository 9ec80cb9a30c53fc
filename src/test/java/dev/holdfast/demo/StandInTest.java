package dev.holdfast.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.standin.StandInGoogle;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class StandInTest {

    @Test
    void startWhenOnAllAddressesThenItIsFoundAtItsOriginAndLeadsToTheApplication() throws IOException, InterruptedException {
        try (StandInGoogle google = StandIn.start("0.0.0.0", 0)) {
            assertEquals("127.0.0.1", google.origin().getHost());

            HttpResponse<String> control = HttpClient.newHttpClient().send(
                    HttpRequest.newBuilder(URI.create(google.origin() + "/control")).build(), BodyHandlers.ofString());

            assertEquals(200, control.statusCode());
            assertTrue(control.body().contains(StandIn.APPLICATION_URL), control.body());
        }
    }
}

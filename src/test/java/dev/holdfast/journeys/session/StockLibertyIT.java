package dev.holdfast.journeys.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.Jws;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.people.People;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Our access JWT is a MicroProfile JWT: any other Liberty accepts it without extra code. */
@OnStage
class StockLibertyIT {

    @Test
    void accessTokenWhenItComesToAStockLibertyThenItIsAcceptedAndOthersAreNot() throws Exception {
        Stage stage = Stage.shared();
        Guest guest = Guest.arriving(stage, People.ADA);
        String token = guest.browser().accessToken();
        try (StockLiberty stock = StockLiberty.trusting(stage.holdfast().origin())) {
            Eventually.holds(Duration.ofSeconds(120), "the other server is up", () -> status(stock, "nonsense") == 401);

            HttpResponse<String> answer = ask(stock, token);
            assertEquals(200, answer.statusCode(), answer.body());
            assertEquals(People.ADA + " " + Jws.claims(token).get("sid").getAsString(), answer.body());
            assertEquals(401, status(stock, token.substring(0, token.length() - 6) + "AAAAAA"));
            assertEquals(401, status(stock, guest.browser().cookies().values().iterator().next()));
        }
    }

    private static int status(StockLiberty stock, String token) {
        try {
            return ask(stock, token).statusCode();
        } catch (IOException notYet) {
            return -1;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static HttpResponse<String> ask(StockLiberty stock, String token) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(stock.at("/who"))
                .header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
    }
}

package dev.holdfast.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.holdfast.standin.fault.Rules;
import dev.holdfast.standin.fault.Weather;
import dev.holdfast.standin.http.Answer;
import dev.holdfast.standin.http.Call;
import dev.holdfast.standin.http.Delivery;
import dev.holdfast.standin.http.Refused;
import dev.holdfast.standin.journal.Journal;
import dev.holdfast.standin.world.World;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Takes each call: notes it, lets the weather happen, sends the answer. */
final class Reception implements HttpHandler {

    private final World world;
    private final Routes routes;
    private final Callers callers;

    Reception(World world, Routes routes) {
        this.world = world;
        this.routes = routes;
        this.callers = new Callers(world);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Call call = Call.read(exchange);
        Routes.Route route = routes.find(call);
        if (route.area() == null) {
            Delivery.send(exchange, answer(route, call));
            return;
        }
        String caller = callers.of(call);
        callers.noteSecrets(call);
        world.counts().add(route.area(), caller);
        Journal.Entry entry = world.journal().add(world.clock().instant(), route.area(), caller, call);
        Optional<Rules.Hit> hit = world.rules().next(route.area(), caller);
        try {
            if (hit.isEmpty()) {
                Delivery.send(exchange, answered(route, call, entry));
            } else {
                suffer(exchange, hit.get(), route, call, entry);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            exchange.close();
        }
    }

    private void suffer(HttpExchange exchange, Rules.Hit hit, Routes.Route route, Call call, Journal.Entry entry)
            throws IOException, InterruptedException {
        Weather weather = hit.weather();
        switch (weather.kind()) {
            case SLOW -> {
                Thread.sleep(weather.number());
                Delivery.send(exchange, answered(route, call, entry));
            }
            case ANSWER -> {
                entry.answered(weather.answer().status());
                Delivery.send(exchange, weather.answer());
            }
            case HANG -> {
                entry.answered(-1);
                world.rules().hang(hit);
                exchange.close();
            }
            case DROP -> {
                entry.answered(-1);
                exchange.close();
            }
            case DROP_MIDWAY -> Delivery.sendPart(exchange, answered(route, call, entry), weather.number(), () -> { });
            case HANG_MIDWAY -> Delivery.sendPart(
                    exchange, answered(route, call, entry), weather.number(), () -> world.rules().hang(hit));
        }
    }

    private static Answer answered(Routes.Route route, Call call, Journal.Entry entry) {
        Answer answer = answer(route, call);
        entry.answered(answer.status());
        return answer;
    }

    private static Answer answer(Routes.Route route, Call call) {
        try {
            return route.endpoint().answer(call);
        } catch (Refused refused) {
            return refused.answer();
        } catch (RuntimeException bug) {
            bug.printStackTrace();
            return Answer.of(500, Map.of("Content-Type", "text/plain"), "The stand-in has a bug: " + bug + "\n");
        }
    }
}

package dev.holdfast.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
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
        Optional<Weather> weather = world.rules().next(route.area(), caller);
        try {
            deliver(exchange, weather.orElse(null), route, call, entry);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            exchange.close();
        }
    }

    private void deliver(HttpExchange exchange, Weather weather, Routes.Route route, Call call, Journal.Entry entry)
            throws IOException, InterruptedException {
        Weather.Kind kind = weather == null ? null : weather.kind();
        if (kind == Weather.Kind.HANG || kind == Weather.Kind.DROP) {
            entry.answered(-1);
            if (kind == Weather.Kind.HANG) {
                world.rules().hang();
            }
            exchange.close();
            return;
        }
        if (kind == Weather.Kind.SLOW) {
            Thread.sleep(weather.number());
        }
        Answer answer = kind == Weather.Kind.ANSWER ? weather.answer() : answer(route, call);
        entry.answered(answer.status());
        if (kind == Weather.Kind.DROP_MIDWAY || kind == Weather.Kind.HANG_MIDWAY) {
            Delivery.sendPart(exchange, answer, weather.number(), kind == Weather.Kind.HANG_MIDWAY ? world.rules() : null);
            return;
        }
        Delivery.send(exchange, answer);
    }

    private static Answer answer(Routes.Route route, Call call) {
        try {
            return route.endpoint().answer(call);
        } catch (Refused refused) {
            return refused.answer();
        }
    }
}

package dev.holdfast.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.holdfast.standin.fault.Fault;
import dev.holdfast.standin.fault.FaultStore;
import dev.holdfast.standin.http.Call;
import dev.holdfast.standin.http.Delivery;
import dev.holdfast.standin.http.Refused;
import dev.holdfast.standin.http.StandInAnswer;
import dev.holdfast.standin.journal.Journal;
import dev.holdfast.standin.world.World;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Takes each call: notes it, applies a fault if one is due, and sends the answer. */
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
        Optional<FaultStore.Hit> hit = world.faults().next(route.area(), caller);
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

    private void suffer(HttpExchange exchange, FaultStore.Hit hit, Routes.Route route, Call call, Journal.Entry entry)
            throws IOException, InterruptedException {
        Fault fault = hit.fault();
        switch (fault.effect()) {
            case SLOW -> {
                Thread.sleep(fault.number());
                Delivery.send(exchange, answered(route, call, entry));
            }
            case ANSWER -> {
                entry.answered(fault.answer().status());
                Delivery.send(exchange, fault.answer());
            }
            case HANG -> {
                entry.answered(-1);
                world.faults().hang(hit);
                exchange.close();
            }
            case DROP -> {
                entry.answered(-1);
                exchange.close();
            }
            case DROP_MIDWAY -> Delivery.sendPart(exchange, answered(route, call, entry), fault.number(), () -> { });
            case HANG_MIDWAY -> Delivery.sendPart(
                    exchange, answered(route, call, entry), fault.number(), () -> world.faults().hang(hit));
        }
    }

    private static StandInAnswer answered(Routes.Route route, Call call, Journal.Entry entry) {
        StandInAnswer answer = answer(route, call);
        entry.answered(answer.status());
        return answer;
    }

    private static StandInAnswer answer(Routes.Route route, Call call) {
        try {
            return route.endpoint().answer(call);
        } catch (Refused refused) {
            return refused.answer();
        } catch (RuntimeException bug) {
            bug.printStackTrace();
            return StandInAnswer.of(500, Map.of("Content-Type", "text/plain"), "The stand-in has a bug: " + bug + "\n");
        }
    }
}

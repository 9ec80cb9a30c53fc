package dev.holdfast.standin.control;

import dev.holdfast.standin.http.Call;
import dev.holdfast.standin.http.Endpoint;
import dev.holdfast.standin.http.StandInAnswer;
import dev.holdfast.standin.world.World;
import java.util.Map;

/** {@code /control}: the page, and the API below it. */
public final class ControlEndpoint implements Endpoint {

    private final ControlPage page;
    private final ControlApi api;

    public ControlEndpoint(World world, Control control) {
        this.page = new ControlPage(world);
        this.api = new ControlApi(world, control);
    }

    @Override
    public StandInAnswer answer(Call call) {
        if (!ControlGuard.admits(call)) {
            return StandInAnswer.of(403, Map.of("Content-Type", "text/plain"), "Not from another website.\n");
        }
        if (call.path().startsWith(ControlApi.PATH)) {
            return api.answer(call);
        }
        return switch (call.path()) {
            case "/" -> StandInAnswer.redirect(302, "/control");
            case "/control" -> page.show(call.query().get("person", ""));
            default -> StandInAnswer.empty(404);
        };
    }
}

package dev.holdfast.standin.control;

import com.google.gson.JsonObject;
import dev.holdfast.standin.fault.Fault;
import dev.holdfast.standin.http.Call;
import dev.holdfast.standin.http.Endpoint;
import dev.holdfast.standin.http.Params;
import dev.holdfast.standin.http.StandInAnswer;
import dev.holdfast.standin.journal.Acts;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import dev.holdfast.standin.world.Switch;
import dev.holdfast.standin.world.World;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * {@code /control/api}: {@link Control} over HTTP. Requests are forms or flat JSON objects; {@code person}
 * may always be left out to mean everybody, unless noted.
 *
 * <ul>
 *   <li>GET {@code state}, {@code counts}, {@code journal?area=&after=}, {@code markers}
 *   <li>POST {@code reset}, {@code counts/reset}, {@code journal/clear}
 *   <li>POST {@code scenarios}: {@code name}, {@code person}; {@code at_once=on}: the access tokens handed out so far are
 *       refused, too, so that the effect shows at once
 *   <li>POST {@code weather}: {@code area}, {@code mishap} (or {@code status}, {@code headers}, {@code body}),
 *       {@code person}, {@code times}; {@code millis}, {@code bytes}, {@code location} for the faults that take them
 *   <li>POST {@code calm}: {@code id} or {@code area} or neither, for all
 *   <li>POST {@code switches}: {@code person} and a value for each switch, empty to put it back
 *   <li>POST {@code grants/revoke}, {@code grants/kill-refresh-tokens}, {@code grants/kill-access-tokens}
 *   <li>POST {@code signals}: {@code event}, {@code person} (needed, but for {@code verification}); {@code token},
 *       {@code reason}, {@code state}, {@code earlier}, {@code delay}, {@code copies}, {@code forgery}, {@code url}: see
 *       {@link SignalCommand}
 *   <li>POST {@code people}: {@code person} (needed), {@code email}, {@code sub}, {@code email_verified}, {@code hd}
 *       ({@code none}: no longer a Workspace account)
 *   <li>POST {@code clock}: {@code advance}, an ISO-8601 duration
 *   <li>POST {@code keys/rotate}, {@code keys/replace}
 *   <li>POST {@code clients}: {@code id}, {@code secret}
 * </ul>
 *
 * A POST answers with the state, and with what was done as {@code done}: {@code at}, {@code words}, {@code next}.
 */
final class ControlApi implements Endpoint {

    static final String PATH = "/control/api/";

    private final World world;
    private final Control control;
    private final People people;
    private final ControlState state;
    private final Map<String, Consumer<ControlFields>> commands = new HashMap<>();

    ControlApi(World world, Control control) {
        this.world = world;
        this.control = control;
        this.people = world.people();
        this.state = new ControlState(world);
        commands.put("reset", fields -> control.reset());
        commands.put("counts/reset", fields -> world.counts().reset());
        commands.put("journal/clear", fields -> world.journal().clear());
        commands.put("scenarios", this::scenario);
        commands.put("weather", this::fault);
        commands.put("calm", this::clear);
        commands.put("switches", this::switches);
        commands.put("grants/revoke", fields -> control.revoke(fields.get("person")));
        commands.put("grants/kill-refresh-tokens", fields -> control.killRefreshTokens(fields.get("person")));
        commands.put("grants/kill-access-tokens", fields -> control.killAccessTokens(fields.get("person")));
        commands.put("signals", fields -> SignalCommand.send(fields, control));
        commands.put("people", this::people);
        commands.put("clock", fields -> control.advance(Duration.parse(fields.required("advance"))));
        commands.put("keys/rotate", fields -> control.rotateKeys());
        commands.put("keys/replace", fields -> control.replaceKeys());
        commands.put("clients", fields -> control.registerClient(fields.required("id"), fields.required("secret")));
    }

    @Override
    public StandInAnswer answer(Call call) {
        String command = call.path().substring(PATH.length());
        try {
            return call.method().equals("GET") ? read(command, call.query()) : perform(command, call);
        } catch (IllegalArgumentException | IllegalStateException | DateTimeException wrong) {
            JsonObject error = new JsonObject();
            error.addProperty("error", wrong.getMessage());
            return StandInAnswer.json(400, error);
        }
    }

    private StandInAnswer read(String what, Params query) {
        return switch (what) {
            case "state" -> StandInAnswer.json(200, state.all()).uncached();
            case "counts" -> StandInAnswer.json(200, state.counts()).uncached();
            case "journal" -> StandInAnswer.json(200, state.journal(query)).uncached();
            case "markers" -> StandInAnswer.json(200, state.markers()).uncached();
            default -> StandInAnswer.empty(404);
        };
    }

    private StandInAnswer perform(String command, Call call) {
        Consumer<ControlFields> action = commands.get(command);
        if (action == null || !call.method().equals("POST")) {
            return StandInAnswer.empty(action == null ? 404 : 405);
        }
        ControlFields fields = ControlFields.of(call);
        action.accept(fields);
        Acts.Act act = world.acts().add(new Acts.Act(world.clock().instant(), kind(command, fields), fields.get("person"),
                ControlWords.done(command, fields), world.journal().lastNumber()));
        return call.header("Accept", "").contains("text/html")
                ? StandInAnswer.redirect(303, "/control")
                : StandInAnswer.json(200, state.after(act, ControlWords.next(command, fields))).uncached();
    }

    /** Returns the kind of the act: removing a person's access is one kind, whichever command does it. */
    private static String kind(String command, ControlFields fields) {
        boolean removed = command.equals("grants/revoke")
                || command.equals("scenarios") && Scenario.of(fields.required("name")) == Scenario.ACCESS_REMOVED;
        return removed ? "revoke" : command;
    }

    private void scenario(ControlFields fields) {
        Scenario scenario = Scenario.of(fields.required("name"));
        scenario.play(control, fields.get("person"));
        if (fields.get("at_once") != null && scenario.waitsForRefresh()) {
            control.killAccessTokens(fields.get("person"));
        }
    }

    private void fault(ControlFields fields) {
        Fault fault = FaultReader.read(fields);
        StandInArea area = StandInArea.of(fields.required("area"));
        int times = (int) fields.number("times", Control.ALWAYS);
        control.fault(area, fault, fields.get("person"), times == 0 ? Control.ALWAYS : times);
    }

    private void clear(ControlFields fields) {
        if (fields.get("id") != null) {
            control.clear(fields.number("id", 0));
        } else if (fields.get("area") != null) {
            control.clear(StandInArea.of(fields.get("area")));
        } else {
            control.clear();
        }
    }

    private void switches(ControlFields fields) {
        String person = fields.get("person");
        fields.values().forEach((name, value) -> {
            if (!name.equals("person")) {
                set(Switch.of(name), person, value);
            }
        });
    }

    private void set(Switch which, String person, String value) {
        if (value.isEmpty()) {
            control.clear(which, person);
        } else {
            control.set(which, person, value);
        }
    }

    private void people(ControlFields fields) {
        String person = people.get(fields.required("person")).key();
        Map<String, String> changes = fields.values();
        if (changes.containsKey("sub")) {
            control.changeSub(person, fields.required("sub"));
        }
        if (changes.containsKey("email_verified")) {
            control.changeEmailVerified(person, Boolean.parseBoolean(fields.get("email_verified")));
        }
        if (changes.containsKey("hd")) {
            control.changeHostedDomain(person, "none".equals(fields.get("hd")) ? null : fields.get("hd"));
        }
        if (changes.containsKey("email")) {
            control.changeEmail(person, fields.required("email"));
        }
    }
}

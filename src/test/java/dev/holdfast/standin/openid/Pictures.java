package dev.holdfast.standin.openid;

import dev.holdfast.standin.http.Call;
import dev.holdfast.standin.http.Endpoint;
import dev.holdfast.standin.http.StandInAnswer;
import dev.holdfast.standin.http.Template;
import dev.holdfast.standin.people.Person;
import dev.holdfast.standin.world.World;
import java.util.Map;

/** {@code GET /pictures/<person>.svg}: initials on a colour; {@code file.svg}: a sheet of paper. */
public final class Pictures implements Endpoint {

    private final World world;

    public Pictures(World world) {
        this.world = world;
    }

    @Override
    public StandInAnswer answer(Call call) {
        String name = call.path().substring(call.path().lastIndexOf('/') + 1).replaceFirst("\\.svg$", "");
        if (name.equals("file")) {
            return picture(Template.fill("file.svg", Map.of()));
        }
        return world.people().find(name).map(Pictures::draw).orElseGet(() -> StandInAnswer.empty(404));
    }

    private static StandInAnswer draw(Person person) {
        int hue = Math.floorMod(person.key().hashCode(), 360);
        return picture(Template.fill("picture.svg", Map.of(
                "hue", Integer.toString(hue), "initials", person.initials(), "name", person.name())));
    }

    private static StandInAnswer picture(String svg) {
        return StandInAnswer.of(200, Map.of("Content-Type", "image/svg+xml", "Cache-Control", "private, max-age=3600",
                "Cross-Origin-Resource-Policy", "cross-origin"), svg);
    }
}

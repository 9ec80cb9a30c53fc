package dev.holdfast.journeys.rig;

import java.util.List;
import java.util.stream.Stream;

/**
 * Commands at a low priority. Tests run side by side on few processors. Work that needs much processor time but has no time
 * limit, such as the start of a server, gives way to tests that have one.
 */
final class Unhurried {

    private Unhurried() {}

    static List<String> command(String... command) {
        return Stream.concat(Stream.of("nice", "-n", "5"), Stream.of(command)).toList();
    }
}

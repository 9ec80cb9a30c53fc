package dev.holdfast.journeys.rig;

import java.util.List;
import java.util.stream.Stream;

/**
 * Commands at a low priority. Tests run side by side on few processors; what needs much processor time but may take as
 * long as it likes, such as the start of a server, gives way to tests that are held to seconds.
 */
final class Unhurried {

    private Unhurried() {}

    static List<String> command(String... command) {
        return Stream.concat(Stream.of("nice", "-n", "5"), Stream.of(command)).toList();
    }
}

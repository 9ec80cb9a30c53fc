package dev.holdfast.journeys.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A record of the servers of the tests in {@code target/servers.txt}: their processor time until ready and until their end. */
final class ServerCosts {

    private static final Path FILE = Path.of("target/servers.txt");
    private static final StackWalker STACK = StackWalker.getInstance();

    private ServerCosts() {}

    static void noteReady(HoldfastServer server) {
        note("ready", server);
    }

    static void noteEnd(HoldfastServer server) {
        if (server.everyProcess().stream().anyMatch(ProcessHandle::isAlive)) {
            note("end", server);
        }
    }

    private static synchronized void note(String what, HoldfastServer server) {
        String line = "%-5s %7.1f s %s %s%n".formatted(what, server.processorTime().toMillis() / 1000.0,
                server.dataDirectory().getParent().getFileName(), journeys().orElse("-"));
        try {
            Files.writeString(FILE, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The class of journeys that asks. */
    private static Optional<String> journeys() {
        return STACK.walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                .filter(name -> name.endsWith("IT")).map(name -> name.substring(name.lastIndexOf('.') + 1)).findFirst());
    }
}

package dev.holdfast.bench;

import dev.holdfast.journeys.rig.HoldfastServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The number of threads of a server and the memory the system gives it, in MiB. Linux only. */
record Footprint(long threads, long residentMib) {

    static Footprint of(HoldfastServer server) {
        return of(java(server));
    }

    /** Returns the sum over all processes of the server. */
    static Footprint ofAll(HoldfastServer server) {
        return server.everyProcess().stream().map(Footprint::of)
                .reduce(new Footprint(0, 0), (one, other) -> new Footprint(one.threads + other.threads,
                        one.residentMib + other.residentMib));
    }

    private static Footprint of(ProcessHandle process) {
        return new Footprint(status(process, "Threads:"), status(process, "VmRSS:") / 1024);
    }

    Footprint most(Footprint other) {
        return new Footprint(Math.max(threads, other.threads), Math.max(residentMib, other.residentMib));
    }

    @Override
    public String toString() {
        return threads + " threads, " + residentMib + " MiB resident";
    }

    /** Returns the memory that is still reachable after a full collection, in MiB. */
    static long liveHeapMib(HoldfastServer server) {
        try {
            Process histogram = new ProcessBuilder(BenchStage.javaHome().resolve("bin/jcmd").toString(),
                    Long.toString(java(server).pid()), "GC.class_histogram").redirectErrorStream(true).start();
            String[] total = new String(histogram.getInputStream().readAllBytes()).lines()
                    .filter(line -> line.startsWith("Total")).findFirst().orElseThrow().split(" +");
            return Long.parseLong(total[2]) >> 20;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static long status(ProcessHandle process, String field) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith(field)).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst().orElseThrow();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static ProcessHandle java(HoldfastServer server) {
        return server.everyProcess().stream()
                .filter(process -> process.info().command().orElse("").endsWith("/java")).findFirst().orElseThrow();
    }
}

package dev.holdfast.bench;

import dev.holdfast.journeys.rig.HoldfastServer;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** One start: the time until the server is ready, and the processor time and memory of all its processes by then. */
record StartMeter(double cpuSeconds, double residentMib, double wallSeconds, double threads) {

    /** Starts a server, measures and stops it again. */
    static StartMeter of(HoldfastServer server) {
        long begun = System.nanoTime();
        server.start();
        double wall = (System.nanoTime() - begun) / 1e9;
        double cpu = server.processorTime().toNanos() / 1e9;
        Footprint footprint = Footprint.ofAll(server);
        if (!server.stop()) {
            throw new IllegalStateException("it does not stop");
        }
        return new StartMeter(cpu, footprint.residentMib(), wall, footprint.threads());
    }

    static StartMeter median(List<StartMeter> all) {
        return new StartMeter(median(all, StartMeter::cpuSeconds), median(all, StartMeter::residentMib),
                median(all, StartMeter::wallSeconds), median(all, StartMeter::threads));
    }

    private static double median(List<StartMeter> all, ToDoubleFunction<StartMeter> measure) {
        List<Double> sorted = all.stream().map(measure::applyAsDouble).sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f s of processor time, %.0f MiB, ready after %.1f s, %.0f threads", cpuSeconds,
                residentMib, wallSeconds, threads);
    }
}

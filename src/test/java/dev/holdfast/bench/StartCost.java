package dev.holdfast.bench;

import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.StandInGoogle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The cost of a start until {@code /health/ready} is UP, on Derby with the heap and the options it ships with: Holdfast, the
 * runnable jar with its launcher, and an empty application on the same Liberty with the same configuration and features, in
 * turns. The first start of each, in a new directory, is reported but not counted.
 */
public final class StartCost {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);

    private StartCost() {}

    public static void main(String[] arguments) throws IOException {
        try (StandInGoogle google = StandInGoogle.start()) {
            Map<String, HoldfastServer> servers = new LinkedHashMap<>();
            servers.put("empty", HoldfastServer.unpacked(settings(google, EmptyApplication.installed().toString())));
            servers.put("holdfast", HoldfastServer.unpacked(settings(google, "")));
            servers.put("java -jar", HoldfastServer.jar(settings(google, "")));
            System.out.println("on " + BenchStage.javaHome());
            Map<String, List<StartMeter>> starts = new LinkedHashMap<>();
            servers.forEach((name, server) -> System.out.println("first " + name + ": " + StartMeter.of(server)));
            for (int round = 0; round < ROUNDS; round++) {
                servers.forEach((name, server) -> starts.computeIfAbsent(name, each -> new ArrayList<>())
                        .add(told(name, StartMeter.of(server))));
            }
            starts.forEach((name, all) -> System.out.println("median " + name + ": " + StartMeter.median(all)));
            servers.keySet().stream().skip(1).forEach(name -> compare(name, starts.get(name), starts.get("empty")));
        }
    }

    private static Map<String, String> settings(StandInGoogle google, String userDirectory) {
        Map<String, String> settings = Stage.settingsFor(google);
        settings.put("JAVA_HOME", BenchStage.javaHome().toString());
        settings.put("JVM_ARGS", System.getProperty("bench.jvm", ""));
        if (!userDirectory.isEmpty()) {
            settings.put("WLP_USER_DIR", userDirectory);
        }
        return settings;
    }

    private static StartMeter told(String name, StartMeter start) {
        System.out.println(name + ": " + start);
        return start;
    }

    private static void compare(String name, List<StartMeter> own, List<StartMeter> empty) {
        StartMeter one = StartMeter.median(own);
        StartMeter other = StartMeter.median(empty);
        System.out.printf("%s against empty: processor time %.2f, memory %.2f, time %.2f%n", name,
                ratio(one, other, StartMeter::cpuSeconds), ratio(one, other, StartMeter::residentMib),
                ratio(one, other, StartMeter::wallSeconds));
    }

    private static double ratio(StartMeter one, StartMeter other, ToDoubleFunction<StartMeter> measure) {
        return measure.applyAsDouble(one) / measure.applyAsDouble(other);
    }
}

package dev.holdfast.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table in {@code docs/operate/health.md} has the names of the code; a journey tests that servers show them. */
class MetricsTableTest {

    private static final Path CONFIG = Path.of("src/main/resources/META-INF/microprofile-config.properties");

    private final OperatorsGuide guide = new OperatorsGuide();

    @Test
    void namesWhenGivenThenTheTableHasThemAndNoOther() {
        Set<String> shown = Arrays.stream(MetricNames.class.getFields()).map(MetricsTableTest::nameIn)
                .map(this::asPrometheusShowsIt).collect(Collectors.toCollection(TreeSet::new));

        assertEquals(guide.metrics(), shown);
    }

    /** Without a setting, Liberty shows quantiles of a timer and no buckets. */
    @Test
    void timersWhenTheyExistThenTheirBucketsAreConfigured() throws Exception {
        Properties config = new Properties();
        config.load(new StringReader(OperatorsGuide.read(CONFIG)));
        String buckets = config.getProperty("mp.metrics.distribution.timer.buckets");

        for (String timer : Set.of(MetricNames.CALLS, MetricNames.ACQUIRE_WAITS, MetricNames.SESSION_REFRESH_TIMES)) {
            assertTrue(guide.metrics().contains(timer + "_seconds"), timer);
            assertTrue(buckets.contains(timer + "="), timer);
        }
    }

    private String asPrometheusShowsIt(String name) {
        return guide.metrics().stream().filter(shown -> shown.equals(name) || shown.equals(name + "_total")
                || shown.equals(name + "_seconds")).findFirst().orElse(name + " is not in the table");
    }

    private static String nameIn(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }
}

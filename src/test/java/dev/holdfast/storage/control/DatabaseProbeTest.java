package dev.holdfast.storage.control;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.reflect.Proxy;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class DatabaseProbeTest {

    @Test
    void probeWhenAnErrorIsThrownThenTheDatabaseCountsAsGoneAndTheScheduleGoesOn() {
        DatabaseProbe probe = new DatabaseProbe();
        probe.dataSource = (DataSource) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    throw new NoClassDefFoundError("of this test");
                });

        probe.probe();

        assertFalse(probe.isAnswering());
    }
}

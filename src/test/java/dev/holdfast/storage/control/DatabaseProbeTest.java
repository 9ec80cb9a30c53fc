package dev.holdfast.storage.control;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.reflect.Proxy;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class DatabaseProbeTest {

    @Test
    void beatWhenAnErrorIsThrownThenTheDatabaseCountsAsGoneAndTheScheduleGoesOn() {
        DatabaseProbe pulse = new DatabaseProbe();
        pulse.dataSource = (DataSource) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    throw new NoClassDefFoundError("of this test");
                });

        pulse.beat();

        assertFalse(pulse.isAnswering());
    }
}

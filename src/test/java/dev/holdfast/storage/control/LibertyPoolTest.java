package dev.holdfast.storage.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.junit.jupiter.api.Test;

/** A real server of management beans with the attributes that Liberty documents for a pool of connections. */
class LibertyPoolTest {

    private static final String BEAN =
            "WebSphere:type=com.ibm.ws.jca.cm.mbean.ConnectionManagerMBean,jndiName=%s,name=dataSource[x]/connectionManager";

    private final MBeanServer beans = MBeanServerFactory.newMBeanServer();

    /** The numbers of a pool that Liberty shows. */
    public interface Numbers {

        long getSize();

        long getAvailable();

        long getMaxSize();
    }

    /** Another bean of that name. */
    public interface OtherNumbers {

        long getConnections();
    }

    private record Pool(long getSize, long getAvailable, long getMaxSize) implements Numbers {}

    @Test
    void poolWhenLibertyShowsItThenItsConnectionsAreInUseOrFree() throws JMException {
        show("jdbc/derby", new Pool(4, 4, 9));
        show("jdbc/postgresql", new Pool(12, 5, 20));

        LibertyPool pool = LibertyPool.of("jdbc/postgresql", beans).orElseThrow();

        assertEquals(7, pool.inUse());
        assertEquals(5, pool.free());
        assertEquals(20, pool.max());
    }

    /** Liberty has no number for both at one moment. */
    @Test
    void poolWhenAConnectionEndsBetweenTheLooksThenNoNumberIsNegative() throws JMException {
        show("jdbc/derby", new Pool(1, 2, 20));

        assertEquals(0, LibertyPool.of("jdbc/derby", beans).orElseThrow().inUse());
    }

    @Test
    void poolWhenLibertyReplacesItThenItsNumbersAreUnknownUntilItIsThereAgain() throws JMException {
        ObjectName name = show("jdbc/derby", new Pool(2, 1, 20));
        LibertyPool pool = LibertyPool.of("jdbc/derby", beans).orElseThrow();

        beans.unregisterMBean(name);
        assertEquals(Double.NaN, pool.inUse());
        assertEquals(Double.NaN, pool.free());
        assertEquals(Double.NaN, pool.max());

        show("jdbc/derby", new Pool(1, 0, 30));
        assertEquals(1, pool.inUse());
        assertEquals(30, pool.max());
    }

    @Test
    void poolWhenTheServerIsAnotherThenThereIsNone() throws JMException {
        assertTrue(LibertyPool.of("jdbc/derby", beans).isEmpty());

        beans.registerMBean(new StandardMBean(() -> 1, OtherNumbers.class), new ObjectName(BEAN.formatted("jdbc/derby")));
        assertTrue(LibertyPool.of("jdbc/derby", beans).isEmpty());
    }

    private ObjectName show(String jndiName, Numbers numbers) throws JMException {
        ObjectName name = new ObjectName(BEAN.formatted(jndiName));
        beans.registerMBean(new StandardMBean(numbers, Numbers.class), name);
        return name;
    }
}

package dev.holdfast.storage.control;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import javax.management.JMException;
import javax.management.JMRuntimeException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/**
 * One of Liberty's pools of connections, as its {@code ConnectionManagerMBean} describes it. Liberty registers that bean with
 * the first connection of the pool.
 */
public final class LibertyPool {

    private static final String BEANS = "WebSphere:type=com.ibm.ws.jca.cm.mbean.ConnectionManagerMBean,jndiName=%s,*";

    private final MBeanServer beans;
    private final ObjectName name;

    private LibertyPool(MBeanServer beans, ObjectName name) {
        this.beans = beans;
        this.name = name;
    }

    /** Returns the pool of the data source with that name in JNDI; empty on a server that shows none. */
    static Optional<LibertyPool> of(String jndiName) {
        return of(jndiName, ManagementFactory.getPlatformMBeanServer());
    }

    static Optional<LibertyPool> of(String jndiName, MBeanServer beans) {
        try {
            return beans.queryNames(new ObjectName(BEANS.formatted(jndiName)), null).stream().findFirst()
                    .map(name -> new LibertyPool(beans, name))
                    .filter(pool -> !Double.isNaN(pool.max()) && !Double.isNaN(pool.inUse()));
        } catch (MalformedObjectNameException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    public double inUse() {
        return Math.max(0, number("Size") - free());
    }

    public double free() {
        return number("Available");
    }

    public double max() {
        return number("MaxSize");
    }

    /** Returns the number; NaN while Liberty replaces the pool, because its configuration has changed. */
    private double number(String attribute) {
        try {
            return beans.getAttribute(name, attribute) instanceof Number number ? number.doubleValue() : Double.NaN;
        } catch (JMException | JMRuntimeException gone) {
            return Double.NaN;
        }
    }
}

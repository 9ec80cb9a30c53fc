package dev.holdfast.journeys.stage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;

/**
 * A class with time limits for a server that waits for most of its time. It begins when no class without time limits is left
 * to begin, and runs beside one other class at most: two of its kind leave half of two processors idle. Those that start a
 * crowd of clients hold {@link Locks#CROWD}.
 */
@Inherited
@Order(Order.DEFAULT + 1)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AtTheEnd {}

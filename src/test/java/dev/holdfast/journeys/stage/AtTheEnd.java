package dev.holdfast.journeys.stage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Order;

/**
 * A class with time limits for a server that waits for most of its time. It runs after all classes without time limits, and
 * beside one other of its kind at most: two of them together leave half of two processors idle.
 */
@Inherited
@Order(Order.DEFAULT + 1)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AtTheEnd {}

package dev.holdfast.storage.control;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A {@link javax.sql.DataSource} for statements outside of any transaction: its connections return to the pool as soon as
 * they are closed. A connection of the default data source stays with the request until the request ends.
 */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({FIELD, METHOD})
public @interface Unshared {}

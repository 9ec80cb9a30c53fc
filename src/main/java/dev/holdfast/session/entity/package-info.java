@NullMarked
package dev.holdfast.session.entity;

import org.jspecify.annotations.NullMarked;

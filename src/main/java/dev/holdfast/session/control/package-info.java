@NullMarked
package dev.holdfast.session.control;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.holdfast.signin.control;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.holdfast.signin.boundary;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.holdfast.account.boundary;

import org.jspecify.annotations.NullMarked;

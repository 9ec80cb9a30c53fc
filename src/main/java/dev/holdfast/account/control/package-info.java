@NullMarked
package dev.holdfast.account.control;

import org.jspecify.annotations.NullMarked;

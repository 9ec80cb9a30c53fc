@NullMarked
package dev.holdfast.admin.control;

import org.jspecify.annotations.NullMarked;

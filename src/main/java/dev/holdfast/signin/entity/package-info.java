@NullMarked
package dev.holdfast.signin.entity;

import org.jspecify.annotations.NullMarked;
